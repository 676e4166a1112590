package dev.orderstream.orders.streaming;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How many follow orders at once, and how fast they hear of a step.
@ConfigMapping(prefix = "orders.streams")
interface StreamsConfig {

    /// So many streams are open at once on one replica.
    @WithDefault("2000")
    Integer openMax();

    /// So many of them for one client.
    @WithDefault("500")
    Integer openPerClientMax();

    /// How often to look for new steps of the orders that are followed; one query for all of them.
    @WithDefault("PT0.25S")
    Duration pollInterval();

    /// A stream on which nothing was sent for so long gets a comment.
    @WithDefault("PT15S")
    Duration heartbeat();

    /// How long the stream of an order that was cancelled waits for the outcome of a payment that
    /// nobody knows yet.
    @WithDefault("PT1M")
    Duration paymentWait();
}
