package dev.orderstream.events;

import java.util.UUID;

/// Something that happened to one order; its record is the payload of one event version.
///
/// A consumer's switch over a family needs no default branch: the families are sealed.
public sealed interface Event permits OrderEvent, PaymentEvent, ShipmentEvent, EmailEvent {

    /// The order that this happened to; the record key and the CloudEvents subject.
    UUID orderId();
}
