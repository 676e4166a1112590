package dev.orderstream.shipping.dispatching;

import dev.orderstream.events.Address;
import dev.orderstream.shipping.carrier.Parcel;
import dev.orderstream.shipping.dispatching.ShipmentDecision.Learnt;
import dev.orderstream.shipping.dispatching.ShipmentFact.CancellationRequested;
import dev.orderstream.shipping.dispatching.ShipmentFact.CarrierAnswer;
import dev.orderstream.shipping.dispatching.ShipmentFact.Delivered;
import dev.orderstream.shipping.dispatching.ShipmentFact.Dispatched;
import dev.orderstream.shipping.dispatching.ShipmentFact.HandOverDue;
import dev.orderstream.shipping.dispatching.ShipmentFact.HandingOver;
import dev.orderstream.shipping.dispatching.ShipmentFact.NotTaken;
import dev.orderstream.shipping.dispatching.ShipmentFact.Ordered;
import dev.orderstream.shipping.dispatching.ShipmentFact.Paid;
import dev.orderstream.shipping.dispatching.ShipmentFact.PaymentFailed;
import dev.orderstream.shipping.dispatching.ShipmentFact.Prepared;
import dev.orderstream.shipping.dispatching.ShipmentFact.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A shipment and all that can come to it. What answers a call or a person's look at the shipment
/// waits until there is something to answer.
final class World {

    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final Ordered ORDER =
            new Ordered(
                    new Parcel(
                            "Ada Lovelace",
                            new Address(null, null, null, "GB"),
                            List.of(new Parcel.Item("85123A", 6))));
    static final Dispatched TAKEN = new Dispatched("Simulated Parcels", "SP1", NOW);

    private static final Duration PATIENCE = Duration.ofDays(3);

    /// What can come.
    enum Coming {
        ORDERED,
        PAID,
        NOT_PAID,
        CANCEL,
        /// The clock of packing.
        PACKED,
        /// Attempts to hand the parcel over, and what the carrier would answer to a booking.
        TAKES,
        AWAY,
        REFUSES,
        /// One that comes days after the one before, to a carrier that is away still.
        AWAY_TOO_LONG,
        /// The clock of delivery, or the warehouse's word for it.
        ARRIVED,
        /// The warehouse's word.
        GIVEN_AWAY
    }

    /// How a shipment learns a fact.
    @FunctionalInterface
    interface Learning {
        Learnt learn(ShipmentFacts facts, Told told, HandOver handOver, Instant now);
    }

    private final HandOver handOver;
    private final Learning learning;
    private final List<ShipmentFact> news = new ArrayList<>();
    private final List<Coming> waiting = new ArrayList<>();
    private ShipmentFacts facts = ShipmentFacts.none(new UUID(0, 1), new UUID(0, 2));

    /// How long ago the carrier was asked first; null before that.
    private @Nullable Duration asked;

    private boolean unheard;

    World(HandOver handOver, Learning learning) {
        this.handOver = handOver;
        this.learning = learning;
    }

    ShipmentFacts facts() {
        return facts;
    }

    List<ShipmentFact> news() {
        return news;
    }

    long count(Class<? extends ShipmentFact> kind) {
        return news.stream().filter(kind::isInstance).count();
    }

    /// Whether a carrier took a parcel although the attempt could have known that nobody wants it.
    boolean unheardCancellation() {
        return unheard;
    }

    void come(Coming event) {
        waiting.add(event);
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Coming next : List.copyOf(waiting)) {
                if (take(next)) {
                    waiting.remove(next);
                    moved = true;
                }
            }
        }
    }

    /// @return whether it could come already
    private boolean take(Coming event) {
        return switch (event) {
            case ORDERED -> learn(ORDER);
            case PAID -> learn(new Paid(NOW));
            case NOT_PAID -> learn(new PaymentFailed(NOW));
            case CANCEL ->
                    learn(new CancellationRequested(CancelReason.CANCELLATION_REQUESTED, NOW));
            case PACKED -> facts.has(Prepared.class) && learn(new HandOverDue(NOW));
            case TAKES -> attempt(TAKEN, Duration.ZERO);
            case REFUSES -> attempt(new NotTaken(CancelReason.CARRIER_REFUSED, NOW), Duration.ZERO);
            case AWAY -> attempt(null, Duration.ZERO);
            case AWAY_TOO_LONG -> attempt(null, PATIENCE.plusMillis(1));
            case GIVEN_AWAY -> report(ReportDecision.onDispatch(facts, TAKEN));
            case ARRIVED -> facts.has(Dispatched.class) && learn(new Delivered(NOW));
        };
    }

    /// @param after the time since the attempt before
    private boolean attempt(@Nullable CarrierAnswer answer, Duration after) {
        if (!facts.has(HandingOver.class)) {
            return false;
        }
        if (facts.has(Dispatched.class) || facts.has(NotTaken.class)) {
            return true;
        }
        switch (step(after)) {
            case HandOverStep.Withdraw(CancelReason reason) -> learn(new NotTaken(reason, NOW));
            case HandOverStep.Drop(CancelReason reason) -> learn(new NotTaken(reason, NOW));
            case HandOverStep.Book() -> {
                if (answer != null) {
                    unheard |= facts.has(CancellationRequested.class);
                    learn(answer);
                }
            }
        }
        return true;
    }

    private HandOverStep step(Duration after) {
        if (asked == null) {
            asked = Duration.ZERO;
            return HandOverStep.first(facts);
        }
        asked = asked.plus(after);
        return HandOverStep.next(facts, asked, PATIENCE);
    }

    private boolean report(ReportDecision decision) {
        return switch (decision) {
            case ReportDecision.Learn(Told fact) -> learn(fact);
            case ReportDecision.Known() -> true;
            case ReportDecision.Refuse _ -> false;
        };
    }

    private boolean learn(Told told) {
        Learnt learnt = learning.learn(facts, told, handOver, NOW);
        facts = learnt.facts();
        news.addAll(learnt.news());
        return true;
    }
}
