package dev.orderstream.operations.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.events.EmailEvent.EmailFailed;
import dev.orderstream.events.EmailEvent.EmailSent;
import dev.orderstream.events.EmailOccasion;
import dev.orderstream.events.EventType;
import dev.orderstream.events.Money;
import dev.orderstream.events.OrderEvent.OrderCancellationRequested;
import dev.orderstream.events.OrderEvent.OrderCancelled;
import dev.orderstream.events.OrderEvent.OrderCompleted;
import dev.orderstream.events.OrderEvent.OrderCreated;
import dev.orderstream.events.PaymentEvent.PaymentActionRequired;
import dev.orderstream.events.PaymentEvent.PaymentFailed;
import dev.orderstream.events.PaymentEvent.PaymentRefunded;
import dev.orderstream.events.ShipmentEvent.ShipmentCancelled;
import dev.orderstream.events.ShipmentEvent.ShipmentDelivered;
import dev.orderstream.events.ShipmentEvent.ShipmentDispatched;
import dev.orderstream.events.ShipmentEvent.ShipmentPrepared;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Sound orders pass, and each rule finds the difference that was planted for it.
class RulesTest {

    private static final Money ELSE = new Money(1, "GBP");

    /// A fault, and the rule that has to notice it.
    record Planted(String rule, Supplier<Evidence> sound, Consumer<Evidence> fault) {
        @Override
        public String toString() {
            return rule;
        }
    }

    private static final List<Planted> PLANTED = new ArrayList<>();

    private static void paid(String rule, Consumer<Evidence> fault) {
        PLANTED.add(new Planted(rule, Sound::delivered, fault));
    }

    private static void declined(String rule, Consumer<Evidence> fault) {
        PLANTED.add(new Planted(rule, Sound::declined, fault));
    }

    private static void refunded(String rule, Consumer<Evidence> fault) {
        PLANTED.add(new Planted(rule, Sound::refunded, fault));
    }

    static {
        refunded("order-status", e -> e.orders.set(0, new StoredOrder(Sound.TOTAL, "CANCELLED")));
        refunded("order-cancelled-once", e -> Sound.tell(e, OrderCancelled.class, null));
        refunded(
                "cancellation-requested-once",
                e -> Sound.tell(e, OrderCancellationRequested.class, null));
        refunded(
                "refunded-iff-paid-and-cancelled",
                e -> e.events.removeIf(x -> x.is(PaymentRefunded.class)));
        refunded(
                "refunded-iff-paid-and-cancelled",
                e -> Sound.tell(e, PaymentRefunded.class, Sound.TOTAL));
        paid(
                "refunded-iff-paid-and-cancelled",
                e -> Sound.tell(e, PaymentRefunded.class, Sound.TOTAL));
        refunded("gave-back-iff-refunded", e -> e.charges.set(0, new Charge("GBP", 1999, 1000, 1)));
        refunded(
                "ledger-refunded",
                e ->
                        e.payments.set(
                                0, new StoredPayment(Sound.TOTAL, true, false, true, 1999, 3998)));
        paid(
                "ledger-captured",
                e -> e.payments.set(0, new StoredPayment(Sound.TOTAL, true, false, false, 0, 0)));
        paid(
                "payment-stored-refunded",
                e -> e.payments.set(0, new StoredPayment(Sound.TOTAL, true, false, true, 1999, 0)));
        refunded("dispatched-iff-paid", e -> Sound.tell(e, ShipmentDispatched.class, null));
        refunded("shipment-stored-cancelled", e -> e.shipments.clear());
        refunded("payment-outcome-once", e -> Sound.tell(e, PaymentFailed.class, Sound.TOTAL));
        refunded(
                "mail-received-once PAYMENT_REFUNDED",
                e -> e.mailbox.remove(EmailOccasion.PAYMENT_REFUNDED));
        declined(
                "payment-action-required-once",
                e -> {
                    Sound.tell(e, PaymentActionRequired.class, Sound.TOTAL);
                    Sound.tell(e, PaymentActionRequired.class, Sound.TOTAL);
                });
        paid("call-open", e -> e.openCalls.add("charge total PENDING"));
        paid("order-stored-once", e -> e.orders.clear());
        paid("order-stored-total", e -> e.orders.set(0, new StoredOrder(ELSE, "DELIVERED")));
        paid("order-created-once", e -> Sound.tell(e, OrderCreated.class, Sound.TOTAL));
        paid("order-created-total", e -> replaceFirst(e, ELSE));
        paid("order-status", e -> e.orders.set(0, new StoredOrder(Sound.TOTAL, "PAID")));
        declined("order-status", e -> e.orders.set(0, new StoredOrder(Sound.TOTAL, "PROCESSING")));
        declined("order-completed-iff-delivered", e -> Sound.tell(e, OrderCompleted.class, null));
        paid(
                "order-completed-iff-delivered",
                e -> e.events.removeIf(x -> x.is(OrderCompleted.class)));
        paid("timeline-misses-event", e -> e.timeline.remove(e.events.getFirst().id()));
        paid("timeline-invents-event", e -> e.timeline.add(new UUID(9, 9)));
        paid(
                "sequence-gapless shipments.events",
                e -> e.events.removeIf(x -> x.is(ShipmentPrepared.class)));
        paid("event-id-with-two-contents", e -> e.add(withAmount(e.events.getFirst(), ELSE)));
        paid("record-unreadable", e -> e.unreadable.add("orders.events-0@1"));
        paid("outbox-not-relayed", e -> e.outbox.add(new UUID(9, 9)));
        paid("event-without-outbox", e -> e.outbox.remove(e.events.getFirst().id()));
        paid("dead-letter", e -> e.deadLetters.add("email-service.dlq"));
        paid("payment-outcome-once", e -> Sound.tell(e, PaymentFailed.class, Sound.TOTAL));
        declined("payment-outcome-once", e -> e.events.removeIf(x -> x.is(PaymentFailed.class)));
        declined("payment-told-amount", e -> Sound.tell(e, PaymentFailed.class, ELSE));
        paid("payment-stored-once", e -> e.payments.clear());
        paid(
                "payment-stored-amount",
                e -> e.payments.set(0, new StoredPayment(ELSE, true, false, false, 1999, 0)));
        paid(
                "payment-stored-paid",
                e ->
                        e.payments.set(
                                0, new StoredPayment(Sound.TOTAL, false, false, false, 1999, 0)));
        paid(
                "payment-stored-failed",
                e -> e.payments.set(0, new StoredPayment(Sound.TOTAL, true, true, false, 1999, 0)));
        paid("charged-at-most-once", e -> e.charges.add(new Charge("GBP", 1999, 1999, 1)));
        paid("charged-at-most-once", e -> e.charges.set(0, new Charge("GBP", 1999, 0, 2)));
        paid("charged-the-total-iff-paid", e -> e.charges.clear());
        paid("charged-the-total-iff-paid", e -> e.charges.set(0, new Charge("GBP", 1998, 0, 1)));
        declined(
                "charged-the-total-iff-paid", e -> e.charges.set(0, new Charge("GBP", 1999, 0, 1)));
        paid("charged-currency", e -> e.charges.set(0, new Charge("EUR", 1999, 0, 1)));
        declined("prepared-iff-paid", e -> Sound.tell(e, ShipmentPrepared.class, null));
        declined("dispatched-iff-paid", e -> Sound.tell(e, ShipmentDispatched.class, null));
        paid("dispatched-iff-paid", e -> e.events.removeIf(x -> x.is(ShipmentDispatched.class)));
        paid("shipment-cancelled-iff-order-is", e -> Sound.tell(e, ShipmentCancelled.class, null));
        paid("delivered-at-most-once", e -> Sound.tell(e, ShipmentDelivered.class, null));
        paid("shipment-stored-once", e -> e.shipments.add(new StoredShipment(true, true, false)));
        declined(
                "shipment-stored-dispatched",
                e -> e.shipments.add(new StoredShipment(true, false, false)));
        paid("shipment-stored-dispatched", e -> e.shipments.clear());
        paid(
                "shipment-stored-delivered",
                e -> e.shipments.set(0, new StoredShipment(true, false, false)));
        paid("mail-stored-once ORDER_RECEIVED", e -> e.mails.removeFirst());
        paid("mail-stored-once ORDER_RECEIVED", e -> e.mails.set(0, mail(StoredMail.State.DUE)));
        paid("mail-told-once ORDER_RECEIVED", e -> e.events.removeIf(x -> x.mail() != null));
        paid("mail-told-once ORDER_RECEIVED", e -> tellOfMail(e, StoredMail.State.UNKNOWN));
        paid(
                "mail-told-once ORDER_RECEIVED",
                e -> {
                    unknownMail(e);
                    tellOfMail(e, StoredMail.State.SENT);
                });
        paid(
                "mail-told-as-stored ORDER_RECEIVED",
                e -> {
                    e.mails.set(0, mail(StoredMail.State.REFUSED));
                    e.mailbox.remove(EmailOccasion.ORDER_RECEIVED);
                });
        paid(
                "mail-told-as-stored ORDER_RECEIVED",
                e -> {
                    e.events.removeIf(x -> isOfFirstMail(x));
                    tellOfMail(e, StoredMail.State.REFUSED);
                });
        paid("mail-received-once ORDER_RECEIVED", e -> e.mailbox.clear());
        paid(
                "mail-received-once ORDER_RECEIVED",
                e -> e.mailbox.put(EmailOccasion.ORDER_RECEIVED, 2));
        declined(
                "mail-received-once PAYMENT_SUCCEEDED",
                e -> e.mailbox.put(EmailOccasion.PAYMENT_SUCCEEDED, 1));
        paid(
                "mail-received-once ORDER_RECEIVED",
                e -> {
                    unknownMail(e);
                    e.mailbox.put(EmailOccasion.ORDER_RECEIVED, 2);
                });
    }

    static List<Planted> planted() {
        return PLANTED;
    }

    @Test
    void soundOrdersHaveNoDifferences() {
        assertThat(Rules.check(Sound.ORDER, Sound.delivered(), true)).isEmpty();
        assertThat(Rules.check(Sound.ORDER, Sound.declined(), true)).isEmpty();
        assertThat(Rules.check(Sound.ORDER, Sound.refunded(), true)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("planted")
    void aPlantedFaultIsFound(Planted planted) {
        // Given
        Evidence evidence = planted.sound().get();
        planted.fault().accept(evidence);

        // When
        List<Difference> found = Rules.check(Sound.ORDER, evidence, true);

        // Then
        assertThat(found).extracting(Difference::rule).contains(planted.rule());
    }

    @Test
    void aRecordThatCameTwiceIsCountedAndIsNoDifference() {
        Evidence evidence = Sound.delivered();
        evidence.add(evidence.events.getFirst());

        assertThat(Rules.check(Sound.ORDER, evidence, true)).isEmpty();
        assertThat(evidence.redelivered).isEqualTo(1);
    }

    @Test
    void aMailOfUnknownOutcomeMayBeInTheMailboxOrNot() {
        Evidence evidence = Sound.delivered();
        unknownMail(evidence);
        assertThat(Rules.check(Sound.ORDER, evidence, true)).isEmpty();

        evidence.mailbox.remove(EmailOccasion.ORDER_RECEIVED);
        assertThat(Rules.check(Sound.ORDER, evidence, true)).isEmpty();
    }

    @Test
    void anUnfinishedOrderIsOneDifferenceAndStillMustNotBeChargedTwice() {
        Evidence evidence = Sound.delivered();
        evidence.mailbox.clear();
        evidence.charges.set(0, new Charge("GBP", 3998, 0, 2));

        assertThat(Rules.check(Sound.ORDER, evidence, false))
                .extracting(Difference::rule)
                .containsExactly("charged-at-most-once", "order-reached-an-end");
    }

    private static StoredMail mail(StoredMail.State state) {
        return new StoredMail(EmailOccasion.ORDER_RECEIVED, state);
    }

    private static boolean isOfFirstMail(ToldEvent event) {
        ToldEvent.Mail mail = event.mail();
        return mail != null && mail.occasion() == EmailOccasion.ORDER_RECEIVED;
    }

    private static void tellOfMail(Evidence evidence, StoredMail.State state) {
        Sound.tell(
                evidence,
                state == StoredMail.State.SENT ? EmailSent.class : EmailFailed.class,
                null,
                new ToldEvent.Mail(EmailOccasion.ORDER_RECEIVED, state));
    }

    private static void unknownMail(Evidence evidence) {
        evidence.mails.removeIf(mail -> mail.occasion() == EmailOccasion.ORDER_RECEIVED);
        evidence.mails.add(mail(StoredMail.State.UNKNOWN));
        evidence.events.replaceAll(event -> {
            return !isOfFirstMail(event)
                    ? event
                    : new ToldEvent(
                            event.id(),
                            EventType.of(EmailFailed.class),
                            event.sequence(),
                            event.contentHash(),
                            null,
                            null,
                            new ToldEvent.Mail(
                                    EmailOccasion.ORDER_RECEIVED, StoredMail.State.UNKNOWN));
        });
    }

    private static void replaceFirst(Evidence evidence, Money amount) {
        evidence.events.set(0, withAmount(evidence.events.getFirst(), amount));
    }

    private static ToldEvent withAmount(ToldEvent event, Money amount) {
        return new ToldEvent(
                event.id(),
                event.type(),
                event.sequence(),
                event.contentHash(),
                amount,
                event.reason(),
                event.mail());
    }
}
