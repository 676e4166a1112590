/// Asking for an order to be cancelled.
@NullMarked
package dev.orderstream.orders.cancelling;

import org.jspecify.annotations.NullMarked;
