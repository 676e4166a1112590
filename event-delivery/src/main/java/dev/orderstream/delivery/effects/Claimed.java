package dev.orderstream.delivery.effects;

import java.time.Instant;

/// An effect that this process has under lease.
///
/// @param dueAt since when it was due
/// @param abandoned another worker had it and let its lease run out: the call may have been made
record Claimed<I>(Effect<I> effect, Instant dueAt, boolean abandoned) {}
