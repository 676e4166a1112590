package dev.orderstream.payments.charging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How patient this service is with the gateway.
@ConfigMapping(prefix = "orderstream.charging")
interface ChargingConfig {

    /// The longest wait between two attempts at the same call.
    @WithDefault("PT30S")
    Duration backoffMax();
}
