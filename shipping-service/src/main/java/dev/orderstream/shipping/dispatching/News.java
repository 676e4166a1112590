package dev.orderstream.shipping.dispatching;

import dev.orderstream.delivery.outbox.Cause;
import java.util.UUID;

/// A fact about the shipment of an order, and what brought it.
record News(UUID orderId, ShipmentFact.Told fact, Cause cause) {}
