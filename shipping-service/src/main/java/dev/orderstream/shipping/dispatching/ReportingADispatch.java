package dev.orderstream.shipping.dispatching;

import dev.orderstream.shipping.dispatching.ShipmentFact.Dispatched;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/// The warehouse gave a parcel to a carrier.
@ApplicationScoped
public class ReportingADispatch {

    private final Reports reports;
    private final Clock clock;

    ReportingADispatch(Reports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    /// The same report again changes nothing.
    ///
    /// @param carrier the name that customers know
    public Report report(UUID orderId, String carrier, String trackingNumber) {
        var reported = new Dispatched(carrier, trackingNumber, clock.instant());
        return reports.take(orderId, facts -> ReportDecision.onDispatch(facts, reported));
    }
}
