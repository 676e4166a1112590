package dev.orderstream.orders.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How many requests a replica takes.
@ConfigMapping(prefix = "orders.limits")
interface LimitsConfig {

    /// So many requests a second of one client, in the long run.
    @WithDefault("2000")
    Integer requestsPerSecond();

    /// So many requests of one client at once, after it was silent.
    @WithDefault("4000")
    Integer requestsBurst();

    /// So many requests of all clients under way; about what is answered in half a second.
    @WithDefault("1000")
    Integer underWayMax();
}
