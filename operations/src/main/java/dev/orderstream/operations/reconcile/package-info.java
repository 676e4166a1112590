/// Holds everything the system and the outside world say of an order against each other.
@NullMarked
package dev.orderstream.operations.reconcile;

import org.jspecify.annotations.NullMarked;
