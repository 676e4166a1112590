package dev.orderstream.orders.expiring;

import dev.orderstream.orders.lifecycle.OrderStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/// Shows how many orders are overdue, for each status.
@ApplicationScoped
class OverdueGauge {

    private volatile Map<OrderStatus, Long> counts = Map.of();

    OverdueGauge(MeterRegistry meters) {
        for (OrderStatus status : OrderStatus.values()) {
            Gauge.builder("orderstream.orders.overdue", this, gauge -> gauge.count(status))
                    .description("Orders past their time that have not ended")
                    .tag("status", status.name())
                    .register(meters);
        }
    }

    void show(Map<OrderStatus, Long> now) {
        counts = Map.copyOf(now);
    }

    private long count(OrderStatus status) {
        return counts.getOrDefault(status, 0L);
    }
}
