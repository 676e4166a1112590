package dev.orderstream.email.sending;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.email.testing.Mailbox;
import dev.orderstream.email.testing.Orders;
import dev.orderstream.email.testing.Records;
import dev.orderstream.email.testing.Rows;
import dev.orderstream.email.testing.StackResource;
import dev.orderstream.email.testing.Tokens;
import dev.orderstream.email.testing.Waiting;
import dev.orderstream.events.Customer;
import dev.orderstream.events.EmailOccasion;
import dev.orderstream.events.Event;
import dev.orderstream.localstack.teststack.Broker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Records on the topics become mails in the mailbox, rows and events.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailIT {

    private static final List<String> SENT = List.of("EmailSent.v1");
    private static final List<String> NOT_WRITTEN = List.of("REQUESTED");

    @Inject Rows rows;

    private Mailbox mailbox;

    @BeforeAll
    void openTheMailbox() {
        mailbox = new Mailbox();
    }

    @AfterAll
    void closeTheMailbox() {
        mailbox.goAway();
    }

    @Test
    void anOrderIsConfirmedPaidAndDispatchedByMail() {
        UUID order = Ids.next();

        send(Orders.created(order), Orders.paid(order), Orders.dispatched(order));

        assertThat(rows.told(order, 3)).containsOnly("EmailSent.v1").hasSize(3);
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

    /// As another process asked for it: this one never saw the order.
    @Test
    void aMailWhoseOrderCannotBeReadIsPutOffUntilItCan() {
        UUID known = Ids.next();
        send(Orders.created(known));
        assertThat(Waiting.until(SENT, () -> rows.told(known))).isEqualTo(SENT);
        UUID order = Ids.next();
        request(order, "ORDER_RECEIVED", "{\"turn\": {\"turn\": \"ORDER_RECEIVED\"}}");
        assertThat(Waiting.until(NOT_WRITTEN, () -> notWritten(order))).isEqualTo(NOT_WRITTEN);

        rows.change(
                "INSERT INTO mail_order SELECT ?, details FROM mail_order WHERE order_id = ?",
                order,
                known);

        assertThat(Waiting.until(SENT, () -> rows.told(order))).isEqualTo(SENT);
        assertThat(mailbox.occasions(order)).containsExactly("ORDER_RECEIVED");
    }

    @Test
    void aMailThatCannotBeWrittenIsPutOffAndNotUnknown() {
        UUID order = Ids.next();
        send(Orders.created(order));
        assertThat(Waiting.until(SENT, () -> rows.told(order))).isEqualTo(SENT);
        request(order, "PAYMENT_REFUNDED", "{\"turn\": {\"turn\": \"PAYMENT_REFUNDED\"}}");
        assertThat(Waiting.until(NOT_WRITTEN, () -> notWritten(order))).isEqualTo(NOT_WRITTEN);

        rows.change(
                "UPDATE effect SET input = ? WHERE order_id = ? AND subject = 'PAYMENT_REFUNDED'",
                """
                {"turn": {"turn": "PAYMENT_REFUNDED", "amount": {"amount": 1, "currency": "GBP"}}}
                """,
                order);

        assertThat(rows.told(order, 2)).containsExactly("EmailSent.v1", "EmailSent.v1");
        assertThat(mailbox.occasions(order))
                .containsExactlyInAnyOrder("ORDER_RECEIVED", "PAYMENT_REFUNDED");
    }

    @Test
    void everyTurnReachesTheCustomerOnceWithItsHeadersAndLinks() {
        UUID order = Ids.next();
        List<Event> events =
                List.of(
                        Orders.created(order),
                        Orders.actionRequired(order, Instant.now().plusSeconds(3600)),
                        Orders.paid(order),
                        Orders.notPaid(order),
                        Orders.dispatched(order),
                        Orders.delivered(order),
                        Orders.cancelled(order),
                        Orders.refunded(order));

        send(events.toArray(Event[]::new));
        send(events.reversed().toArray(Event[]::new));

        assertThat(rows.told(order, 8)).containsOnly("EmailSent.v1").hasSize(8);
        List<Map<String, Object>> mails = mailbox.mails(order);
        assertThat(mails)
                .extracting(mail -> mail.get("message_id"))
                .containsExactlyInAnyOrder(
                        Stream.of(EmailOccasion.values())
                                .map(occasion -> messageId(order, occasion))
                                .toArray());
        assertThat(mails)
                .allSatisfy(mail -> {
                    assertThat(mail)
                            .containsEntry("auto_submitted", "auto-generated")
                            .containsEntry("to", List.of("ada@example.com"));
                    for (String body : List.of("text", "html")) {
                        assertThat(mail.get(body))
                                .asString()
                                .contains("Ada Lovelace", "http://127.0.0.1:8080/orders/" + order);
                    }
                });
    }

    @Test
    void aCancellationAndItsRefundAreToldWithTheAmount() {
        UUID order = Ids.next();
        send(Orders.created(order), Orders.paid(order));
        assertThat(rows.told(order, 2)).hasSize(2);

        send(Orders.cancelled(order), Orders.refunded(order));

        assertThat(rows.told(order, 4)).hasSize(4);
        assertThat(mailbox.mails(order))
                .extracting(mail -> String.valueOf(mail.get("text")))
                .anySatisfy(text ->
                        assertThat(text).contains("cancelled as requested", "give back", "£22.08"))
                .anySatisfy(text -> assertThat(text).contains("have given back £22.08"));
    }

    @Test
    void aFailedPaymentIsToldWithItsReason() {
        UUID order = Ids.next();

        send(Orders.notPaid(order), Orders.created(order));

        assertThat(rows.told(order, 2)).hasSize(2);
        assertThat(mailbox.occasions(order))
                .containsExactlyInAnyOrder("ORDER_RECEIVED", "PAYMENT_FAILED");
    }

    @Test
    void aMailThatAsksForWhatIsOverIsNotSent() {
        UUID order = Ids.next();

        send(Orders.actionRequired(order, Instant.now()), Orders.created(order));

        assertThat(rows.told(order, 2)).containsExactlyInAnyOrder("EmailSent.v1", "EmailFailed.v1");
        assertThat(mailbox.occasions(order)).containsExactly("ORDER_RECEIVED");
        assertThat(rows.problems(order))
                .containsExactly("too late for what it asks of the customer");
    }

    @Test
    void turnsBeforeTheOrderWaitForTheRecipient() {
        UUID order = Ids.next();
        send(Orders.dispatched(order), Orders.paid(order));
        assertThat(Waiting.until(List.of("2"), () -> rows.mailsIn(order, "WAITING")))
                .containsExactly("2");
        assertThat(mailbox.occasions(order)).isEmpty();

        send(Orders.created(order));

        assertThat(rows.told(order, 3)).containsOnly("EmailSent.v1").hasSize(3);
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
        assertThat(rows.told(order, 2)).hasSize(2);
        send(Orders.created(order), Orders.paid(order));
        assertThat(Waiting.until(0L, MailIT::unread)).isZero();
        send(Orders.created(behind));

        assertThat(Waiting.until(SENT, () -> rows.told(behind))).isEqualTo(SENT);
        assertThat(mailbox.occasions(order))
                .containsExactlyInAnyOrder("ORDER_RECEIVED", "PAYMENT_SUCCEEDED");
    }

    private static long unread() {
        return Stream.of("orders.events", "payments.events")
                .mapToLong(topic -> Broker.uncommitted(topic, "email-service"))
                .sum();
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
                            Orders.dispatched(order),
                            Orders.created(order),
                            Orders.paid(order)));
        }
        Collections.shuffle(events, new Random(seed));

        send(events.toArray(Event[]::new));

        assertThat(Waiting.until(List.of("600"), () -> rows.sent(orders))).containsExactly("600");
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
        assertThat(Broker.all("email-service.dlq"))
                .anySatisfy(letter -> assertThat(letter.value()).isEqualTo(new byte[] {1, 2, 3}));
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

    /// Asks for a mail.
    private void request(UUID order, String occasion, String input) {
        rows.change(
                "INSERT INTO mail (order_id, occasion, state) VALUES (?, ?, 'REQUESTED')",
                order,
                occasion);
        rows.change(
                """
                INSERT INTO effect (id, kind, order_id, subject, state, next_attempt_at, input)
                VALUES (?, 'mail', ?, ?, 'PENDING', now(), ?)
                """,
                Ids.next(),
                order,
                occasion,
                input);
    }

    private List<String> notWritten(UUID order) {
        return rows.texts(
                """
                SELECT mail.state FROM mail JOIN effect USING (order_id)
                WHERE order_id = ? AND occasion = subject
                  AND last_problem LIKE 'the mail could not be written: %'
                """,
                order);
    }

    private static String messageId(UUID order, EmailOccasion occasion) {
        return "<%s.%s@orderstream.example>"
                .formatted(order, occasion.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static Customer customer(String name, String email) {
        return new Customer("c-1", name, email, "en-GB");
    }

    private static void send(Event... events) {
        Broker.send(Stream.of(events).map(Records::of).toList());
    }
}
