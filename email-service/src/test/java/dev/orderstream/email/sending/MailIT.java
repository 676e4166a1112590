package dev.orderstream.email.sending;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.email.testing.Broker;
import dev.orderstream.email.testing.Mailbox;
import dev.orderstream.email.testing.Orders;
import dev.orderstream.email.testing.Records;
import dev.orderstream.email.testing.Rows;
import dev.orderstream.email.testing.StackResource;
import dev.orderstream.email.testing.Tokens;
import dev.orderstream.email.testing.Waiting;
import dev.orderstream.events.Customer;
import dev.orderstream.events.Event;
import dev.orderstream.events.ShipmentEvent.ShipmentDispatched;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Records on the topics become mails in the mailbox, rows and events.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailIT {

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
    void anOrderIsConfirmedPaidAndDispatchedByMail() {
        UUID order = Ids.next();

        send(Orders.created(order), Orders.paid(order), dispatched(order));

        assertThat(told(order, 3)).containsOnly("EmailSent.v1").hasSize(3);
        assertThat(mailbox.occasions(order))
                .containsExactlyInAnyOrder(
                        "ORDER_RECEIVED", "PAYMENT_SUCCEEDED", "SHIPMENT_DISPATCHED");
    }

    @Test
    void aConfirmationHasItsHeadersItsLinesAndItsLink() {
        UUID order = Ids.next();
        send(Orders.created(order));
        assertThat(Waiting.until(SENT, () -> rows.told(order))).isEqualTo(SENT);

        Map<String, Object> mail = mailbox.only(order);

        assertThat(mail)
                .containsEntry("message_id", "<" + order + ".order-received@orderstream.example>")
                .containsEntry("auto_submitted", "auto-generated")
                .containsEntry("to", List.of("ada@example.com"));
        String link = "http://127.0.0.1:8080/orders/" + order;
        for (String body : List.of("text", "html")) {
            assertThat(mail.get(body))
                    .asString()
                    .contains("Ada Lovelace", "WHITE METAL LANTERN", "£3.39", "£22.08", link);
        }
    }

    @Test
    void aFailedPaymentIsToldWithItsReason() {
        UUID order = Ids.next();

        send(Orders.notPaid(order), Orders.created(order));

        assertThat(told(order, 2)).hasSize(2);
        assertThat(mailbox.occasions(order))
                .containsExactlyInAnyOrder("ORDER_RECEIVED", "PAYMENT_FAILED");
    }

    @Test
    void turnsBeforeTheOrderWaitForTheRecipient() {
        UUID order = Ids.next();
        send(dispatched(order), Orders.paid(order));
        assertThat(Waiting.until(List.of("2"), () -> mailsIn(order, "WAITING")))
                .containsExactly("2");
        assertThat(mailbox.occasions(order)).isEmpty();

        send(Orders.created(order));

        assertThat(told(order, 3)).containsOnly("EmailSent.v1").hasSize(3);
        assertThat(mailbox.occasions(order)).hasSize(3);
    }

    @Test
    void duplicatesWithTheSameAndWithNewIdsSendOnce() {
        UUID order = Ids.next();
        UUID behind = Ids.next();
        UUID id = Ids.next();

        Broker.send(
                List.of(
                        Records.of(Orders.created(order), id),
                        Records.of(Orders.created(order), id),
                        Records.of(Orders.created(order)),
                        Records.of(Orders.paid(order)),
                        Records.of(Orders.paid(order))));
        assertThat(told(order, 2)).hasSize(2);
        send(Orders.created(order), Orders.paid(order), Orders.created(behind));

        assertThat(Waiting.until(SENT, () -> rows.told(behind))).isEqualTo(SENT);
        assertThat(mailbox.occasions(order))
                .containsExactlyInAnyOrder("ORDER_RECEIVED", "PAYMENT_SUCCEEDED");
    }

    @Test
    void anyInterleavingOfManyOrdersSendsEachMailOnce() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        List<UUID> orders = Stream.generate(Ids::next).limit(200).toList();
        List<Event> events = new ArrayList<>();
        for (UUID order : orders) {
            events.addAll(
                    List.of(
                            Orders.created(order),
                            Orders.paid(order),
                            dispatched(order),
                            Orders.created(order),
                            Orders.paid(order)));
        }
        Collections.shuffle(events, new Random(seed));

        send(events.toArray(Event[]::new));

        assertThat(Waiting.until(List.of("600"), () -> sent(orders))).containsExactly("600");
        for (UUID order : orders) {
            assertThat(mailbox.occasions(order))
                    .containsExactlyInAnyOrder(
                            "ORDER_RECEIVED", "PAYMENT_SUCCEEDED", "SHIPMENT_DISPATCHED");
        }
    }

    @Test
    void poisonBeforeAGoodOneIsADeadLetterAndTheGoodOneIsTaken() {
        UUID order = Ids.next();
        byte[] key = order.toString().getBytes(StandardCharsets.UTF_8);
        var good = Records.of(Orders.created(order));
        var bad = new ProducerRecord<>(good.topic(), null, key, new byte[] {1, 2, 3});
        good.headers().forEach(bad.headers()::add);

        Broker.send(List.of(bad, Records.of(Orders.created(order))));

        assertThat(Waiting.until(SENT, () -> rows.told(order))).isEqualTo(SENT);
        assertThat(Broker.deadLetters())
                .anySatisfy(letter -> assertThat(letter.value()).isEqualTo(new byte[] {1, 2, 3}));
    }

    @Test
    void aMailServerThatWasAwayGetsTheMailOnceItIsBack() {
        UUID order = Ids.next();
        mailbox.goAway();
        try {
            send(Orders.created(order));
            assertThat(
                            Waiting.until(
                                    List.of("t"),
                                    () ->
                                            rows.texts(
                                                    "SELECT attempt > 1 FROM effect WHERE order_id = ?",
                                                    order)))
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

        send(Orders.created(order, customer("Nobody", "nobody@example.com")));

        assertThat(Waiting.until(FAILED, () -> rows.told(order))).isEqualTo(FAILED);
        assertThat(mailsIn(order, "REFUSED")).containsExactly("1");
        assertThat(mailbox.occasions(order)).isEmpty();
        assertThat(reason(order)).containsExactly("refused");
    }

    @Test
    void aServerThatDiesAfterTheMailLeavesItUnknownAndItIsNotSentAgain() {
        UUID order = Ids.next();
        mailbox.behave(Map.of("die_after_data_rate", 1.0));

        send(Orders.created(order));

        assertThat(Waiting.until(FAILED, () -> rows.told(order))).isEqualTo(FAILED);
        assertThat(reason(order)).containsExactly("outcome-unknown");
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
        assertThat(reason(order)).containsExactly("outcome-unknown");
        assertThat(mailsIn(order, "UNKNOWN")).containsExactly("1");
        assertThat(mailbox.occasions(order)).isEmpty();
    }

    @Test
    void aCustomerCannotWriteHeadersOrMarkup() {
        UUID order = Ids.next();
        String name = "Eve\r\nBcc: all@example.com <script>{order.total}</script>";

        send(Orders.created(order, customer(name, "eve@example.com")));

        assertThat(Waiting.until(SENT, () -> rows.told(order))).isEqualTo(SENT);
        Map<String, Object> mail = mailbox.only(order);
        assertThat(mail).containsEntry("to", List.of("eve@example.com"));
        assertThat(mail.get("html"))
                .asString()
                .doesNotContain("<script>")
                .contains("&lt;script&gt;{order.total}");
        assertThat(mail.get("all_headers")).asString().doesNotContain("name=Bcc");
    }

    @Test
    void onlyOperatorsSeeFailedMails() {
        given().get("/mails").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of("storefront", "somebody"))
                .get("/mails")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.of("operator", "somebody"))
                .queryParam("state", "sent")
                .get("/mails")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        given().get("/q/health/ready").then().statusCode(200);
    }

    /// As a process leaves a mail that was killed while it sent.
    private void abandon(UUID order) {
        send(Orders.paid(order));
        assertThat(Waiting.until(List.of("1"), () -> mailsIn(order, "WAITING")))
                .containsExactly("1");
        rows.change("UPDATE mail SET state = 'REQUESTED', turn = NULL WHERE order_id = ?", order);
        rows.change(
                """
                INSERT INTO effect (id, kind, order_id, subject, state, attempt, next_attempt_at, input)
                VALUES (?, 'mail', ?, 'PAYMENT_SUCCEEDED', 'RUNNING', 1, now() - interval '1 second', ?)
                """,
                Ids.next(),
                order,
                """
                {"order": {"customer": {"id": "c", "name": "Ada", "email": "ada@example.com"},
                           "address": {"country": "GB"}, "lines": [],
                           "total": {"amount": 1, "currency": "GBP"}},
                 "turn": {"turn": "PAYMENT_SUCCEEDED", "amount": {"amount": 1, "currency": "GBP"}}}
                """);
    }

    private List<String> told(UUID order, int count) {
        var unused =
                Waiting.until(
                        List.of(Integer.toString(count)),
                        () ->
                                rows.texts(
                                        "SELECT count(*) FROM outbox_event WHERE order_id = ?",
                                        order));
        return rows.told(order);
    }

    private List<String> mailsIn(UUID order, String state) {
        return rows.texts(
                "SELECT count(*) FROM mail WHERE order_id = ? AND state = ?", order, state);
    }

    private List<String> reason(UUID order) {
        return rows.texts(
                "SELECT payload::json ->> 'reason' FROM outbox_event WHERE order_id = ?", order);
    }

    private List<String> sent(List<UUID> orders) {
        return rows.texts(
                "SELECT count(*) FROM mail WHERE order_id = ANY (?::uuid[]) AND state = 'SENT'",
                orders);
    }

    private static Customer customer(String name, String email) {
        return new Customer("c-1", name, email, "en-GB");
    }

    private static ShipmentDispatched dispatched(UUID order) {
        return new ShipmentDispatched(
                order,
                Ids.next(),
                "Simulated Parcels",
                "SP0123456789AB",
                Instant.parse("2026-11-23T11:00:00Z"));
    }

    private static void send(Event... events) {
        Broker.send(Stream.of(events).map(Records::of).toList());
    }
}
