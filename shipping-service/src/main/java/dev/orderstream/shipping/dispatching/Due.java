package dev.orderstream.shipping.dispatching;

import java.time.Instant;

/// The moment that a clock waits for.
record Due(Instant at) {}
