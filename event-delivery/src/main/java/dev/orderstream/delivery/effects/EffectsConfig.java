package dev.orderstream.delivery.effects;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How calls to the outside world are made.
@ConfigMapping(prefix = "orderstream.effects")
public interface EffectsConfig {

    /// So many calls of one kind are under way at once in one process.
    @WithDefault("64")
    int concurrency();

    /// A worker that has not recorded a result by then is taken for lost; longer than any call may
    /// take.
    @WithDefault("PT30S")
    Duration lease();

    /// How often to look for due calls that nobody announced: retries, delays, lost workers.
    @WithDefault("PT0.5S")
    Duration pollInterval();

    /// How long answers are gathered before they are recorded in one transaction; zero where
    /// somebody waits for them.
    @WithDefault("PT0.25S")
    Duration recordInterval();

    /// The longest wait between two attempts after an error of ours.
    @WithDefault("PT1M")
    Duration backoffMax();
}
