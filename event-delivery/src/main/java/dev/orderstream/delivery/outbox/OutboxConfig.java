package dev.orderstream.delivery.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How long told events are remembered.
@ConfigMapping(prefix = "orderstream.outbox")
interface OutboxConfig {

    /// Outbox rows are kept this long after they were relayed, to rebuild a lost slot or topic
    /// from.
    @WithDefault("P7D")
    Duration retention();

    /// Partitions are made this many days ahead.
    @WithDefault("3")
    int daysAhead();
}
