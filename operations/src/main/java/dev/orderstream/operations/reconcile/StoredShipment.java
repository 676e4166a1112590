package dev.orderstream.operations.reconcile;

/// An order's row in the database of shipping-service.
record StoredShipment(boolean dispatched, boolean delivered, boolean cancelled) {}
