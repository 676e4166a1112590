package dev.orderstream.operations.reconcile;

/// Something about an order that is not as it must be.
///
/// @param order the order's id
/// @param rule the rule that does not hold
public record Difference(String order, String rule, String expected, String found) {}
