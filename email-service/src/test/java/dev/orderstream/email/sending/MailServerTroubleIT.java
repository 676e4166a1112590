package dev.orderstream.email.sending;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.email.testing.Mailbox;
import dev.orderstream.email.testing.Orders;
import dev.orderstream.email.testing.Records;
import dev.orderstream.email.testing.Rows;
import dev.orderstream.email.testing.StackResource;
import dev.orderstream.email.testing.Tokens;
import dev.orderstream.email.testing.Waiting;
import dev.orderstream.events.Customer;
import dev.orderstream.events.Event;
import dev.orderstream.localstack.teststack.Broker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What becomes of a mail that the mail server does not simply take.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailServerTroubleIT {

    private static final List<String> SENT = List.of("EmailSent.v1");
    private static final List<String> FAILED = List.of("EmailFailed.v1");

    @Inject Rows rows;

    private Mailbox mailbox;

    @BeforeAll
    void openTheMailbox() {
        mailbox = new Mailbox();
    }

    @AfterEach
    void behaveWellAgain() {
        mailbox.behaveWell();
    }

    @AfterAll
    void closeTheMailbox() {
        mailbox.goAway();
    }

    @Test
    void aMailServerThatWasAwayGetsTheMailOnceItIsBack() {
        UUID order = Ids.next();
        mailbox.goAway();
        try {
            send(Orders.created(order));
            assertThat(Waiting.until(List.of("t"), () -> rows.triedAgain(order)))
                    .containsExactly("t");
        } finally {
            mailbox.comeBack();
        }

        assertThat(Waiting.until(SENT, () -> rows.told(order))).isEqualTo(SENT);
        assertThat(mailbox.occasions(order)).containsExactly("ORDER_RECEIVED");
    }

    @Test
    void aRefusedRecipientIsToldAndNotTriedAgain() {
        UUID order = Ids.next();
        mailbox.behave(Map.of("reject_recipient", "^nobody@"));

        send(Orders.created(order, nobody()));

        assertThat(Waiting.until(FAILED, () -> rows.told(order))).isEqualTo(FAILED);
        assertThat(rows.mailsIn(order, "REFUSED")).containsExactly("1");
        assertThat(mailbox.occasions(order)).isEmpty();
        assertThat(rows.reason(order)).containsExactly("refused");
    }

    @Test
    void aMailThatIsPutOffForDaysIsGivenUpAndListed() {
        UUID order = Ids.next();
        mailbox.behave(Map.of("refuse_all", 451));
        send(Orders.created(order));
        assertThat(Waiting.until(List.of("t"), () -> rows.triedAgain(order))).containsExactly("t");
        assertThat(rows.mailsIn(order, "REQUESTED")).containsExactly("1");

        rows.tryForDays(order);

        assertThat(Waiting.until(FAILED, () -> rows.told(order))).isEqualTo(FAILED);
        assertThat(rows.reason(order)).containsExactly("refused");
        assertThat(rows.problems(order))
                .singleElement()
                .asString()
                .startsWith("put off for longer than PT72H: reply 451 to ");
        given().auth()
                .oauth2(Tokens.of("operator", "somebody"))
                .queryParam("state", "refused")
                .queryParam("limit", 1000)
                .get("/mails")
                .then()
                .statusCode(200)
                .body("items.orderId", hasItem(order.toString()));
    }

    @Test
    void aServerThatRefusesOneRecipientTakesTheMailsOfOthers() {
        UUID refused = Ids.next();
        UUID taken = Ids.next();
        mailbox.behave(Map.of("reject_recipient", "^nobody@"));

        send(
                Orders.created(refused, nobody()),
                Orders.created(taken),
                Orders.paid(refused),
                Orders.paid(taken));

        assertThat(rows.told(refused, 2)).containsOnly("EmailFailed.v1").hasSize(2);
        assertThat(rows.told(taken, 2)).containsOnly("EmailSent.v1").hasSize(2);
        assertThat(mailbox.occasions(taken))
                .containsExactlyInAnyOrder("ORDER_RECEIVED", "PAYMENT_SUCCEEDED");
    }

    @Test
    void aSlowServerGetsEachMailOnce() {
        List<UUID> orders = Stream.generate(Ids::next).limit(50).toList();
        mailbox.behave(Map.of("latency_ms", 1500));

        send(orders.stream().map(Orders::created).toArray(Event[]::new));

        assertThat(Waiting.until(List.of("50"), () -> rows.sent(orders))).containsExactly("50");
        assertThat(orders)
                .allSatisfy(order ->
                        assertThat(mailbox.occasions(order)).containsExactly("ORDER_RECEIVED"));
    }

    @Test
    void aServerThatDiesAfterTheMailLeavesItUnknownAndItIsNotSentAgain() {
        UUID order = Ids.next();
        mailbox.behave(Map.of("die_after_data_rate", 1.0));

        send(Orders.created(order));

        assertThat(Waiting.until(FAILED, () -> rows.told(order))).isEqualTo(FAILED);
        assertThat(rows.reason(order)).containsExactly("outcome-unknown");
        assertThat(mailbox.occasions(order)).containsExactly("ORDER_RECEIVED");
        given().auth()
                .oauth2(Tokens.of("operator", "somebody"))
                .queryParam("state", "unknown")
                .queryParam("limit", 1000)
                .get("/mails")
                .then()
                .statusCode(200)
                .body("items.orderId", hasItem(order.toString()));
    }

    @Test
    void aMailThatAWorkerDiedOverIsUnknownAndNotSentAgain() {
        UUID order = Ids.next();
        abandon(order);

        assertThat(Waiting.until(FAILED, () -> rows.told(order))).isEqualTo(FAILED);
        assertThat(rows.reason(order)).containsExactly("outcome-unknown");
        assertThat(rows.mailsIn(order, "UNKNOWN")).containsExactly("1");
        assertThat(mailbox.occasions(order)).isEmpty();
    }

    /// As a process leaves a mail that was killed while it sent.
    private void abandon(UUID order) {
        send(Orders.paid(order));
        assertThat(Waiting.until(List.of("1"), () -> rows.mailsIn(order, "WAITING")))
                .containsExactly("1");
        rows.change("UPDATE mail SET state = 'REQUESTED', turn = NULL WHERE order_id = ?", order);
        rows.change(
                """
                INSERT INTO effect (id, kind, order_id, subject, state, attempt, next_attempt_at,
                                    lease_until, input)
                VALUES (?, 'mail', ?, 'PAYMENT_SUCCEEDED', 'RUNNING', 1, now(),
                        now() - interval '1 second', ?)
                """,
                Ids.next(),
                order,
                """
                {"turn": {"turn": "PAYMENT_SUCCEEDED", "amount": {"amount": 1, "currency": "GBP"}},
                 "moneyTaken": true}
                """);
    }

    private static Customer nobody() {
        return new Customer("c-1", "Nobody", "nobody@example.com", "en-GB");
    }

    private static void send(Event... events) {
        Broker.send(Stream.of(events).map(Records::of).toList());
    }
}
