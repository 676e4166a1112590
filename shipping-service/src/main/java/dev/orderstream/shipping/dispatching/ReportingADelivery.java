package dev.orderstream.shipping.dispatching;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/// The warehouse heard that a customer has the parcel.
@ApplicationScoped
public class ReportingADelivery {

    private final Reports reports;
    private final Clock clock;

    ReportingADelivery(Reports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    /// The same report again changes nothing.
    public Report report(UUID orderId) {
        Instant now = clock.instant();
        return reports.take(orderId, facts -> ReportDecision.onDelivery(facts, now));
    }
}
