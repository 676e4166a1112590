package dev.orderstream.operations.reconcile;

import dev.orderstream.events.EmailEvent.EmailSent;
import dev.orderstream.events.EmailOccasion;
import dev.orderstream.events.Event;
import dev.orderstream.events.EventType;
import dev.orderstream.events.Money;
import dev.orderstream.events.OrderEvent.OrderCompleted;
import dev.orderstream.events.OrderEvent.OrderCreated;
import dev.orderstream.events.PaymentEvent.PaymentFailed;
import dev.orderstream.events.PaymentEvent.PaymentSucceeded;
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
        evidence.payments.add(new StoredPayment(TOTAL, true, false));
        evidence.shipments.add(new StoredShipment(true, true));
        evidence.charges.add(new Charge("GBP", 1999, 0, 1));
        tell(evidence, PaymentSucceeded.class, TOTAL);
        tell(evidence, ShipmentPrepared.class, null);
        tell(evidence, ShipmentDispatched.class, null);
        tell(evidence, ShipmentDelivered.class, null);
        tell(evidence, OrderCompleted.class, null);
        Occasions.of(true, true).forEach(occasion -> mail(evidence, occasion));
        return evidence;
    }

    static Evidence declined() {
        Evidence evidence = stored("PAYMENT_FAILED");
        evidence.payments.add(new StoredPayment(TOTAL, false, true));
        evidence.charges.add(new Charge("GBP", 0, 0, 0));
        tell(evidence, PaymentFailed.class, TOTAL);
        Occasions.of(false, false).forEach(occasion -> mail(evidence, occasion));
        return evidence;
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
        ToldEvent event = new ToldEvent(id, type, before + 1, 7, amount, mail);
        evidence.add(event);
        evidence.outbox.add(id);
        evidence.timeline.add(id);
        return event;
    }

    static void mail(Evidence evidence, EmailOccasion occasion) {
        evidence.mails.add(new StoredMail(occasion, StoredMail.State.SENT));
        evidence.mailbox.put(occasion, 1);
        tell(evidence, EmailSent.class, null, new ToldEvent.Mail(occasion, false));
    }

    private static Evidence stored(String status) {
        Evidence evidence = new Evidence();
        evidence.orders.add(new StoredOrder(TOTAL, status));
        tell(evidence, OrderCreated.class, TOTAL);
        return evidence;
    }
}
