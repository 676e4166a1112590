package dev.orderstream.orders.timeline;

/// Why an order is cancelled: the stable codes that this service and shipping tell.
public final class CancellationReasons {

    /// The customer or an operator asked for it.
    public static final String CANCELLATION_REQUESTED = "cancellation-requested";

    /// This service asked for it, because no payment came of the order in time.
    public static final String ORDER_EXPIRED = "order-expired";

    /// The carrier does not take the parcel.
    public static final String CARRIER_REFUSED = "carrier-refused";

    /// The carrier was away for too long.
    public static final String CARRIER_UNAVAILABLE = "carrier-unavailable";

    private CancellationReasons() {}
}
