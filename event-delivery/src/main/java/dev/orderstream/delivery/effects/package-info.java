/// Calls to the outside world: stored before they are made, repeated with the same key until
/// answered.
@NullMarked
package dev.orderstream.delivery.effects;

import org.jspecify.annotations.NullMarked;
