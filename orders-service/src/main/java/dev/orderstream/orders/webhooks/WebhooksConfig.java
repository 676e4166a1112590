package dev.orderstream.orders.webhooks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Where webhooks may go, and how they are sent.
@ConfigMapping(prefix = "orders.webhooks")
interface WebhooksConfig {

    /// The origins that endpoints may have, such as `https://shop.example`; none by default.
    Optional<List<String>> allowedOrigins();

    /// So many endpoints of one owner, disabled ones among them.
    @WithDefault("5")
    Integer endpointsMax();

    /// How long the secret before a rotation signs too.
    @WithDefault("PT24H")
    Duration previousSecretFor();

    /// How long a whole call may take; well below `orderstream.effects.lease`.
    @WithDefault("PT10S")
    Duration timeout();

    /// How long to wait after each failed attempt, up to a fifth longer; after the last of them the
    /// message is given up. The default is the schedule that Standard Webhooks gives.
    @WithDefault("PT5S,PT5M,PT30M,PT2H,PT5H,PT10H,PT14H,PT20H,PT24H")
    List<Duration> retryAfter();

    /// So many calls of one endpoint under way at once in one process.
    @WithDefault("32")
    Integer callsMax();

    /// An endpoint that takes longer than this to answer, on average, is slow.
    @WithDefault("PT1S")
    Duration slowAfter();

    /// So many calls of a slow endpoint under way at once in one process, and of one that has not
    /// answered yet. All slow ones together have a quarter of `orderstream.effects.concurrency`,
    /// and with those that have not answered yet half.
    @WithDefault("4")
    Integer slowCallsMax();

    /// How long the log of attempts is kept, and calls that are done; at least twice all waits of a
    /// message together.
    @WithDefault("P30D")
    Duration retention();
}
