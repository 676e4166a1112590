package dev.orderstream.orders.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.events.Event;
import dev.orderstream.events.Money;
import dev.orderstream.events.OrderEvent.OrderCancellationRequested;
import dev.orderstream.events.PaymentEvent.PaymentActionRequired;
import dev.orderstream.events.PaymentEvent.PaymentFailed;
import dev.orderstream.events.PaymentEvent.PaymentRefunded;
import dev.orderstream.events.PaymentEvent.PaymentSucceeded;
import dev.orderstream.events.ShipmentEvent.ShipmentCancelled;
import dev.orderstream.events.ShipmentEvent.ShipmentDelivered;
import dev.orderstream.events.ShipmentEvent.ShipmentDispatched;
import dev.orderstream.events.ShipmentEvent.ShipmentPrepared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The page of lifecycles shows each turn that an order can take, and no other.
class LifecyclePageTest {

    private static final Path PAGE = Path.of("../docs/reference/lifecycle.md");
    private static final UUID ID = new UUID(7, 1);
    private static final Money TOTAL = new Money(1999, "GBP");
    private static final Instant T0 = Instant.parse("2026-11-22T09:00:00Z");

    private static final Event ACTION =
            new PaymentActionRequired(ID, ID, TOTAL, "https://bank.example/3ds", T0);
    private static final Event PAID = new PaymentSucceeded(ID, ID, TOTAL, "pi_1", T0);
    private static final Event FAILED = new PaymentFailed(ID, ID, TOTAL, "card_declined", null, T0);
    private static final Event REFUNDED = new PaymentRefunded(ID, ID, TOTAL, "re_1", T0);
    private static final Event PREPARED = new ShipmentPrepared(ID, ID, T0);
    private static final Event DISPATCHED = new ShipmentDispatched(ID, ID, "Post", "T1", T0);
    private static final Event DELIVERED = new ShipmentDelivered(ID, ID, T0);
    private static final Event ASKED = new OrderCancellationRequested(ID, T0, null);
    private static final Event NO_PARCEL =
            new ShipmentCancelled(ID, ID, "cancellation-requested", T0);

    /// All that the services can tell about one order: a payment succeeds or fails, a parcel goes
    /// or does not.
    private static final List<Set<Event>> HISTORIES =
            List.of(
                    Set.of(ACTION, PAID, PREPARED, DISPATCHED, DELIVERED, ASKED),
                    Set.of(ACTION, FAILED, ASKED, NO_PARCEL),
                    Set.of(ACTION, PAID, PREPARED, ASKED, NO_PARCEL, REFUNDED));

    @Test
    void thePageShowsTheTurnsThatTheCodeTakes() throws IOException {
        assertThat(shown()).isEqualTo(explored());
    }

    /// Walks from each set of facts along each event that may be next, whatever came before.
    private static Set<String> explored() {
        Set<String> turns = new TreeSet<>();
        for (Set<Event> history : HISTORIES) {
            walk(Set.of(), history, turns, new HashSet<>());
        }
        return turns;
    }

    private static void walk(
            Set<Event> told, Set<Event> history, Set<String> turns, Set<Set<Event>> seen) {
        if (!seen.add(told)) {
            return;
        }
        for (Event next : history) {
            if (told.contains(next) || isTooEarly(next, told, history)) {
                continue;
            }
            OrderStatus before = status(told);
            Set<Event> more = new HashSet<>(told);
            more.add(next);
            OrderStatus after = status(more);
            if (before != after) {
                turns.add(
                        "%s --> %s: %s".formatted(before, after, next.getClass().getSimpleName()));
            }
            walk(more, history, turns, seen);
        }
    }

    /// Nothing but being asked makes shipping cancel an unpaid order, and this service knows what
    /// it asked itself.
    private static boolean isTooEarly(Event next, Set<Event> told, Set<Event> history) {
        return next.equals(NO_PARCEL) && history.contains(FAILED) && !told.contains(ASKED);
    }

    private static OrderStatus status(Set<Event> told) {
        OrderFacts facts = OrderFacts.NONE;
        for (Event event : told) {
            facts = facts.with(event);
        }
        return OrderStatus.of(facts);
    }

    private static Set<String> shown() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.equals("## orders-service"))
                .dropWhile(line -> !line.equals("```mermaid"))
                .takeWhile(line -> !line.equals("```"))
                .map(String::strip)
                .filter(line -> line.contains(" --> ") && !line.contains("[*]"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
