package dev.orderstream.payments.charging;

import java.time.Instant;

/// Everything that is needed to wait for a customer, as it is stored until that is over.
record AuthenticationInput(String chargeReference, Instant expiresAt) {}
