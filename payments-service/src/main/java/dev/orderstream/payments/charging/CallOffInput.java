package dev.orderstream.payments.charging;

/// Which charge is to be called off.
record CallOffInput(String chargeReference) {}
