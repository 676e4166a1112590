package dev.orderstream.operations.reconcile;

import dev.orderstream.events.Money;
import java.util.UUID;

/// An order that the API answered with 201, and what it said the total is.
public record AcceptedOrder(UUID id, Money total) {}
