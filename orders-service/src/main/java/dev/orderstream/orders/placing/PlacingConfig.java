package dev.orderstream.orders.placing;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/// What orders are taken, and how long their keys are remembered.
@ConfigMapping(prefix = "orders")
interface PlacingConfig {

    /// ISO 4217 codes of the currencies that are taken; each has two decimals.
    @WithDefault("AUD,CAD,CHF,CZK,DKK,EUR,GBP,HKD,NOK,NZD,PLN,RON,SEK,SGD,USD,ZAR")
    Set<String> currencies();

    /// A larger request body is refused.
    MemorySize bodyMax();

    /// How long a key answers for its order; 24 hours are promised.
    @WithDefault("PT48H")
    Duration idempotencyRetention();
}
