/// From an order and its payment to a parcel with the carrier: facts, the decision on them, and
/// what it leads to.
@NullMarked
package dev.orderstream.shipping.dispatching;

import org.jspecify.annotations.NullMarked;
