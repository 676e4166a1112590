package dev.orderstream.operations.reconcile;

/// A payment intent in the gateway's own ledger.
///
/// @param currency ISO 4217, upper case
/// @param captured in minor units
/// @param refunded in minor units
/// @param successes how many charges went through
record Charge(String currency, long captured, long refunded, int successes) {}
