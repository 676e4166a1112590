package dev.orderstream.operations.reconcile;

import dev.orderstream.events.EmailEvent.EmailSent;
import dev.orderstream.events.EmailOccasion;
import dev.orderstream.events.Event;
import dev.orderstream.events.EventType;
import dev.orderstream.events.Money;
import dev.orderstream.events.OrderEvent.OrderCancellationRequested;
import dev.orderstream.events.OrderEvent.OrderCancelled;
import dev.orderstream.events.OrderEvent.OrderCompleted;
import dev.orderstream.events.OrderEvent.OrderCreated;
import dev.orderstream.events.PaymentEvent.PaymentFailed;
import dev.orderstream.events.PaymentEvent.PaymentRefunded;
import dev.orderstream.events.PaymentEvent.PaymentSucceeded;
import dev.orderstream.events.ShipmentEvent.ShipmentCancelled;
import dev.orderstream.events.ShipmentEvent.ShipmentDelivered;
import dev.orderstream.events.ShipmentEvent.ShipmentDispatched;
import dev.orderstream.events.ShipmentEvent.ShipmentPrepared;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Evidence of orders with which nothing is wrong.
final class Sound {

    static final Money TOTAL = new Money(1999, "GBP");
    static final AcceptedOrder ORDER = new AcceptedOrder(new UUID(1, 1), TOTAL);

    private Sound() {}

    static Evidence delivered() {
        Evidence evidence = stored("DELIVERED");
        evidence.payments.add(new StoredPayment(TOTAL, true, false, false, 1999, 0));
        evidence.shipments.add(new StoredShipment(true, true, false));
        evidence.charges.add(new Charge("GBP", 1999, 0, 1));
        tell(evidence, PaymentSucceeded.class, TOTAL);
        tell(evidence, ShipmentPrepared.class, null);
        tell(evidence, ShipmentDispatched.class, null);
        tell(evidence, ShipmentDelivered.class, null);
        tell(evidence, OrderCompleted.class, null);
        mails(evidence);
        return evidence;
    }

    static Evidence declined() {
        Evidence evidence = stored("PAYMENT_FAILED");
        evidence.payments.add(new StoredPayment(TOTAL, false, true, false, 0, 0));
        evidence.charges.add(new Charge("GBP", 0, 0, 0));
        tell(evidence, PaymentFailed.class, TOTAL);
        mails(evidence);
        return evidence;
    }

    /// Paid, cancelled while it was packed, and paid back.
    static Evidence refunded() {
        Evidence evidence = stored("REFUNDED");
        evidence.payments.add(new StoredPayment(TOTAL, true, false, true, 1999, 1999));
        evidence.shipments.add(new StoredShipment(false, false, true));
        evidence.charges.add(new Charge("GBP", 1999, 1999, 1));
        tell(evidence, PaymentSucceeded.class, TOTAL);
        tell(evidence, ShipmentPrepared.class, null);
        tell(evidence, OrderCancellationRequested.class, null);
        tell(evidence, ShipmentCancelled.class, null);
        tell(evidence, OrderCancelled.class, null);
        tell(evidence, PaymentRefunded.class, TOTAL);
        mails(evidence);
        return evidence;
    }

    private static void mails(Evidence evidence) {
        for (EmailOccasion occasion : EmailOccasion.values()) {
            if (Occasions.happened(occasion, evidence)) {
                mail(evidence, occasion);
            }
        }
    }

    /// Adds an event everywhere where an event is: outbox, topic, timeline.
    static ToldEvent tell(
            Evidence evidence, Class<? extends Event> payload, @Nullable Money amount) {
        return tell(evidence, payload, amount, null);
    }

    static ToldEvent tell(
            Evidence evidence,
            Class<? extends Event> payload,
            @Nullable Money amount,
            ToldEvent.@Nullable Mail mail) {
        EventType type = EventType.of(payload);
        long before = evidence.events.stream().filter(e -> e.topic() == type.topic()).count();
        UUID id = new UUID(2, evidence.events.size());
        ToldEvent event = new ToldEvent(id, type, before + 1, 7, amount, null, mail);
        evidence.add(event);
        evidence.outbox.add(id);
        evidence.timeline.add(id);
        return event;
    }

    static void mail(Evidence evidence, EmailOccasion occasion) {
        evidence.mails.add(new StoredMail(occasion, StoredMail.State.SENT));
        evidence.mailbox.put(occasion, 1);
        tell(evidence, EmailSent.class, null, new ToldEvent.Mail(occasion, StoredMail.State.SENT));
    }

    private static Evidence stored(String status) {
        Evidence evidence = new Evidence();
        evidence.orders.add(new StoredOrder(TOTAL, status));
        tell(evidence, OrderCreated.class, TOTAL);
        return evidence;
    }
}
