package dev.orderstream.shipping.dispatching;

import dev.orderstream.shipping.carrier.Parcel;
import java.time.Instant;

/// One thing known about a shipment. It is learnt once and never unlearnt.
sealed interface ShipmentFact {

    /// What others told us; it comes in any order.
    sealed interface Told extends ShipmentFact {}

    /// What came of handing a parcel over.
    sealed interface CarrierAnswer extends Told {}

    /// What we decided; it follows from what was told.
    sealed interface Decided extends ShipmentFact {}

    /// The order is known, and with it the parcel.
    record Ordered(Parcel parcel) implements Told {}

    /// The order is paid.
    record Paid(Instant at) implements Told {}

    /// The order will not be paid: there is nothing to prepare.
    record PaymentFailed(Instant at) implements Told {}

    /// Somebody wants no parcel.
    record CancellationRequested(CancelReason reason, Instant at) implements Told {}

    /// The packing time is over.
    record HandOverDue(Instant at) implements Told {}

    /// The carrier has the parcel.
    record Dispatched(String carrier, String trackingNumber, Instant at) implements CarrierAnswer {}

    /// The carrier has not got the parcel and never will.
    record NotTaken(CancelReason reason, Instant at) implements CarrierAnswer {}

    /// The customer has the parcel.
    record Delivered(Instant at) implements Told {}

    /// Ordered, paid and wanted: it is being packed.
    record Prepared(Instant at) implements Decided {}

    /// The carrier is asked to take it.
    record HandingOver(Instant at) implements Decided {}

    /// There is and will be no parcel.
    record Cancelled(CancelReason reason, Instant at) implements Decided {}
}
