package dev.orderstream.shipping.dispatching;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// How parcels come to the carrier and to the customer.
@ConfigMapping(prefix = "shipping")
interface ShippingConfig {

    /// The time before a prepared parcel goes to the carrier.
    Dispatch dispatch();

    /// The time that a parcel is on its way.
    Delivery delivery();

    /// How the carrier is asked.
    Carrier carrier();

    /// How long packing takes.
    interface Dispatch {
        /// Zero: a prepared parcel goes to the carrier at once.
        @WithDefault("PT0S")
        Duration after();

        /// A prepared parcel waits until the warehouse reports that it gave it to a carrier; no
        /// carrier is asked, whatever the clock.
        @WithDefault("false")
        boolean byWarehouse();
    }

    /// How patient to be with the carrier.
    interface Carrier {
        /// A parcel that the carrier has not taken so long after it was first asked is withdrawn,
        /// and the order cancelled.
        @WithDefault("P3D")
        Duration giveUpAfter();

        /// The longest wait between two attempts while the carrier is away.
        @WithDefault("PT1M")
        Duration retryMax();
    }

    /// How long a delivery takes.
    interface Delivery {
        /// Absent: no clock, the warehouse reports deliveries.
        Optional<Duration> after();
    }
}
