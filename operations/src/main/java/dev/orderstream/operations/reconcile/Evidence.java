package dev.orderstream.operations.reconcile;

import dev.orderstream.events.EmailOccasion;
import dev.orderstream.events.Event;
import dev.orderstream.events.OrderEvent.OrderCancelled;
import dev.orderstream.events.PaymentEvent.PaymentFailed;
import dev.orderstream.events.PaymentEvent.PaymentRefunded;
import dev.orderstream.events.PaymentEvent.PaymentSucceeded;
import dev.orderstream.events.ShipmentEvent.ShipmentDelivered;
import dev.orderstream.events.ShipmentEvent.ShipmentDispatched;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Everything that any place says of one order, as it was found there.
final class Evidence {

    final List<StoredOrder> orders = new ArrayList<>(1);
    final List<StoredPayment> payments = new ArrayList<>(1);
    final List<StoredShipment> shipments = new ArrayList<>(1);
    final List<StoredMail> mails = new ArrayList<>(4);
    final Set<UUID> outbox = new HashSet<>();
    final Set<UUID> timeline = new HashSet<>();

    /// Each event once, however often the topics have it.
    final List<ToldEvent> events = new ArrayList<>();

    /// Records of an event that was there already, with the same content.
    int redelivered;

    /// Ids of events that the topics have with different contents.
    final List<UUID> contradicted = new ArrayList<>(0);

    /// Records that no consumer could read.
    final List<String> unreadable = new ArrayList<>(0);

    /// The dead-letter topics that have a record of the order.
    final List<String> deadLetters = new ArrayList<>(0);

    /// Calls to the gateway, the carrier or the mail server that are not at their end.
    final List<String> openCalls = new ArrayList<>(0);

    final List<Charge> charges = new ArrayList<>(1);

    /// Mails in the customer's mailbox.
    final Map<EmailOccasion, Integer> mailbox = new EnumMap<>(EmailOccasion.class);

    /// Takes a record off a topic.
    void add(ToldEvent event) {
        for (ToldEvent known : events) {
            if (known.id().equals(event.id())) {
                if (known.equals(event)) {
                    redelivered++;
                } else {
                    contradicted.add(event.id());
                }
                return;
            }
        }
        events.add(event);
    }

    int count(Class<? extends Event> payload) {
        return (int) events.stream().filter(event -> event.is(payload)).count();
    }

    boolean paid() {
        return count(PaymentSucceeded.class) > 0;
    }

    boolean failed() {
        return count(PaymentFailed.class) > 0;
    }

    boolean cancelled() {
        return count(OrderCancelled.class) > 0;
    }

    boolean refunded() {
        return count(PaymentRefunded.class) > 0;
    }

    boolean dispatched() {
        return count(ShipmentDispatched.class) > 0;
    }

    boolean delivered() {
        return count(ShipmentDelivered.class) > 0;
    }

    /// Why the first event of this kind happened.
    Optional<String> reason(Class<? extends Event> payload) {
        return events.stream()
                .filter(event -> event.is(payload))
                .map(ToldEvent::reason)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
