package dev.orderstream.localstack.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.param.EventListParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.RefundCreateParams;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the gateway knows outlives it.
class RestartIT {

    @TempDir Path data;

    @Test
    void everythingIsThereAgain() throws Exception {
        PaymentIntentCreateParams params =
                Gateway.pays("pm_card_visa", 1999).setDescription("Größe ✓").build();
        String first;
        try (Gateway gateway = Gateway.at(data)) {
            PaymentIntent paid = gateway.pay(params, "key-1");
            first = paid.getLastResponse().body();
            var refund =
                    gateway.stripe
                            .v1()
                            .refunds()
                            .create(
                                    RefundCreateParams.builder()
                                            .setPaymentIntent(paid.getId())
                                            .setAmount(999L)
                                            .build());
            assertThat(refund.getStatus()).isEqualTo("succeeded");
        }
        try (Gateway gateway = Gateway.at(data)) {
            PaymentIntent replayed = gateway.pay(params, "key-1");
            assertThat(replayed.getLastResponse().body()).isEqualTo(first);
            assertThat(
                            gateway.stripe
                                    .v1()
                                    .charges()
                                    .retrieve(replayed.getLatestCharge())
                                    .getAmountRefunded())
                    .isEqualTo(999);
            assertThat(
                            gateway.stripe
                                    .v1()
                                    .events()
                                    .list(EventListParams.builder().build())
                                    .getData())
                    .extracting(Event::getType)
                    .containsExactly(
                            "charge.refunded", "refund.created", "payment_intent.succeeded");
        }
    }

    @Test
    void aLineThatACrashCutIsDropped() throws Exception {
        try (Gateway gateway = Gateway.at(data)) {
            PaymentIntent unused = gateway.pay("pm_card_visa", 1999);
        }
        Files.writeString(
                data.resolve("journal.jsonl"), "{\"at\":17,\"int", StandardOpenOption.APPEND);

        try (Gateway gateway = Gateway.at(data)) {
            PaymentIntent unused = gateway.pay("pm_card_visa", 2999);
        }

        try (Gateway gateway = Gateway.at(data)) {
            assertThat(gateway.get("/_simulator/ledger").body())
                    .contains("\"captured\":4998,\"refunded\":0,\"payment_intents\":2");
        }
    }
}
