package dev.orderstream.shipping.dispatching;

import dev.orderstream.delivery.outbox.Cause;
import dev.orderstream.delivery.trace.Traces;
import dev.orderstream.shipping.dispatching.Report.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/// Takes the warehouse's reports, each in a transaction under the lock of its shipment.
@ApplicationScoped
class Reports {

    private final Shipments shipments;
    private final Recording recording;
    private final Traces traces;

    Reports(Shipments shipments, Recording recording, Traces traces) {
        this.shipments = shipments;
        this.recording = recording;
        this.traces = traces;
    }

    @Transactional
    Report take(UUID orderId, Function<ShipmentFacts, ReportDecision> decision) {
        if (shipments.find(orderId).isEmpty()) {
            return new Report.Refused(Refusal.UNKNOWN);
        }
        return switch (decision.apply(locked(orderId))) {
            case ReportDecision.Learn(var fact) -> {
                Cause cause = Cause.request(traces.current());
                recording.record(List.of(new News(orderId, fact, cause)));
                yield taken(locked(orderId));
            }
            case ReportDecision.Known() -> taken(locked(orderId));
            case ReportDecision.Refuse(Refusal why) -> new Report.Refused(why);
        };
    }

    private ShipmentFacts locked(UUID orderId) {
        return Objects.requireNonNull(shipments.lock(List.of(orderId)).get(orderId));
    }

    private static Report taken(ShipmentFacts facts) {
        return new Report.Taken(FindingAShipment.summary(facts));
    }
}
