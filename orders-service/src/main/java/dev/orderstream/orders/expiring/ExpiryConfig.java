package dev.orderstream.orders.expiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// When an order should have come to its end.
@ConfigMapping(prefix = "orders.expiry")
interface ExpiryConfig {

    /// An older order is overdue, and is cancelled if no payment came of it. Longer than payments
    /// may take to know an outcome, and than any transaction.
    @WithDefault("PT24H")
    Duration after();

    /// How often to look for orders that became overdue.
    @WithDefault("PT10S")
    Duration pollInterval();
}
