package dev.orderstream.delivery.effects;

import java.util.UUID;

/// An effect that is being stored.
///
/// @param begun this process makes the call as soon as the transaction has committed
record Requested(UUID id, NewEffect effect, boolean begun) {}
