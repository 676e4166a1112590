package dev.orderstream.delivery.effects;

/// An effect that this process has under lease.
///
/// @param abandoned another worker had it and let its lease run out: the call may have been made
record Claimed<I>(Effect<I> effect, boolean abandoned) {}
