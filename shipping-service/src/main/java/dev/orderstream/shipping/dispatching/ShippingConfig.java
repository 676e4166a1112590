package dev.orderstream.shipping.dispatching;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// The clocks of the warehouse.
@ConfigMapping(prefix = "shipping")
interface ShippingConfig {

    /// The time before a prepared parcel goes to the carrier.
    Dispatch dispatch();

    /// The time that a parcel is on its way.
    Delivery delivery();

    /// How long packing takes.
    interface Dispatch {
        /// Zero: a prepared parcel goes to the carrier at once.
        @WithDefault("PT0S")
        Duration after();
    }

    /// How long a delivery takes.
    interface Delivery {
        /// Absent: no clock, the warehouse reports deliveries.
        Optional<Duration> after();
    }
}
