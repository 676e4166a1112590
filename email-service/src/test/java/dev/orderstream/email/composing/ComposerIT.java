package dev.orderstream.email.composing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.email.testing.Orders;
import dev.orderstream.email.testing.StackResource;
import dev.orderstream.events.Customer;
import dev.orderstream.events.Money;
import dev.orderstream.events.OrderLine;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What each mail says; the pages are left in `target/mails` to be looked at.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ComposerIT {

    private static final Money AMOUNT = new Money(2208, "GBP");

    @Inject Composer composer;

    @Test
    void everyTurnHasAMailWithBothBodiesAndItsLink() throws IOException {
        UUID order = Ids.next();
        OrderDetails details = OrderDetails.of(Orders.created(order));
        for (Turn turn :
                List.of(
                        new Turn.OrderReceived(),
                        new Turn.PaymentSucceeded(AMOUNT),
                        new Turn.PaymentFailed(AMOUNT, "insufficient_funds"),
                        new Turn.ShipmentDispatched("Simulated Parcels", "SP0123456789AB"))) {
            ComposedMail mail = composer.compose(order, new MailInput(details, turn));

            Path target = Files.createDirectories(Path.of("target/mails"));
            Files.writeString(target.resolve(turn.occasion() + ".html"), mail.html());
            Files.writeString(target.resolve(turn.occasion() + ".txt"), mail.text());
            assertThat(mail.subject()).isNotBlank();
            for (String body : List.of(mail.text(), mail.html())) {
                assertThat(body)
                        .contains("Ada Lovelace", "http://127.0.0.1:8080/orders/" + order)
                        .doesNotContain("NOT_FOUND");
            }
            assertThat(mail.text()).doesNotContain("<", "&#");
        }
    }

    @Test
    void aLongOrderIsCutAndSaysSo() {
        OrderDetails details =
                new OrderDetails(
                        new Customer("c", "Ada", "ada@example.com", null),
                        Orders.created(Ids.next()).shippingAddress(),
                        Collections.nCopies(
                                2000, new OrderLine("X", "Thing", 1, new Money(1, "GBP"))),
                        new Money(2000, "GBP"));

        ComposedMail mail =
                composer.compose(Ids.next(), new MailInput(details, new Turn.OrderReceived()));

        assertThat(mail.html()).contains("and 1950 more").hasSizeLessThan(100_000);
        assertThat(mail.text()).contains("and 1950 more");
    }

    @Test
    void amountsAreWrittenAsTheCustomerReadsThem() {
        var german = new Customer("c", "Jörg", "j@example.com", "de-DE");
        OrderDetails details =
                new OrderDetails(
                        german,
                        Orders.created(Ids.next()).shippingAddress(),
                        List.of(new OrderLine("X", "Ding", 1, new Money(123456, "EUR"))),
                        new Money(123456, "EUR"));

        ComposedMail mail =
                composer.compose(Ids.next(), new MailInput(details, new Turn.OrderReceived()));

        assertThat(mail.text()).contains("1.234,56\u00a0€");
    }
}
