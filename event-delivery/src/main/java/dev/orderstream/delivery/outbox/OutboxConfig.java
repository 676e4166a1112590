package dev.orderstream.delivery.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How long told events are remembered.
@ConfigMapping(prefix = "orderstream.outbox")
interface OutboxConfig {

    /// Outbox rows are kept this long, relayed or not, to tell again what a lost slot did not
    /// relay.
    @WithDefault("P7D")
    Duration retention();

    /// Partitions are made this many days ahead.
    @WithDefault("3")
    int daysAhead();
}
