package dev.orderstream.delivery.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How long taken events are remembered.
@ConfigMapping(prefix = "orderstream.inbox")
interface InboxConfig {

    /// Rows outlive every copy of an event that could come back: topics keep seven days.
    @WithDefault("P14D")
    Duration retention();
}
