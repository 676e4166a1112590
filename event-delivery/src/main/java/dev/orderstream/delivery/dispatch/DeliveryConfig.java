package dev.orderstream.delivery.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/// How records are taken.
@ConfigMapping(prefix = "orderstream.delivery")
interface DeliveryConfig {

    /// The topics that this service reads: those of every event it reacts to.
    List<String> topics();

    /// A larger payload is a dead letter. Every event of ours is smaller, and the topics allow four
    /// times as much, so that an oversized record is seen here and not lost at the producer.
    @WithDefault("1048576")
    int payloadBytesMax();

    /// A handler that fails on one event alone is tried this often before the event is a dead
    /// letter.
    @WithDefault("3")
    int triesMax();

    /// The longest wait between two tries while the database is away.
    @WithDefault("PT5S")
    Duration backoffMax();
}
