package dev.orderstream.shipping.dispatching;

/// What came of a report of the warehouse.
public sealed interface Report {

    /// It is known, by this report or by an earlier one like it.
    record Taken(FindingAShipment.Summary shipment) implements Report {}

    /// It cannot be.
    record Refused(Refusal why) implements Report {}

    /// Why a report cannot be.
    enum Refusal {
        /// Nothing is known about the order.
        UNKNOWN,
        /// The parcel is not that far.
        NOT_READY,
        /// There is no parcel.
        CANCELLED,
        /// The parcel went another way.
        DISPATCHED_OTHERWISE
    }
}
