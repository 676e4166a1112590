package dev.orderstream.shipping.dispatching;

/// Who says that a prepared parcel goes to the carrier.
enum HandOver {
    /// Nobody: it goes at once.
    AT_ONCE,
    /// A clock, when packing is over.
    WHEN_PACKED,
    /// The warehouse, which gives it to the carrier itself.
    BY_WAREHOUSE;

    static HandOver of(ShippingConfig.Dispatch config) {
        if (config.byWarehouse()) {
            return BY_WAREHOUSE;
        }
        return config.after().isPositive() ? WHEN_PACKED : AT_ONCE;
    }
}
