package dev.orderstream.operations.reconcile;

import dev.orderstream.events.Money;

/// An order's row in the database of orders-service.
///
/// @param status as its storefront sees it
record StoredOrder(Money total, String status) {}
