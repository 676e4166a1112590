package dev.orderstream.payments.charging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How patient this service is with the gateway and with customers.
@ConfigMapping(prefix = "orderstream.charging")
interface ChargingConfig {

    /// The longest wait between two attempts at the same call.
    @WithDefault("PT30S")
    Duration backoffMax();

    /// How long a customer has to authenticate with the bank.
    @WithDefault("PT1H")
    Duration actionExpiresAfter();

    /// The longest wait between two looks at a payment whose customer is with the bank; a webhook
    /// is usually faster.
    @WithDefault("PT1M")
    Duration actionPollMax();

    /// After this time no charge is asked for again; below the 24 hours for which the gateway knows
    /// a key again.
    @WithDefault("PT12H")
    Duration giveUpAfter();

    /// So long after giving up, a charge that the gateway's search does not find is not there; the
    /// search may lag behind by up to an hour.
    @WithDefault("PT1H")
    Duration missingAfter();
}
