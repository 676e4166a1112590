/// What happened to an order, in words for its customer.
@NullMarked
package dev.orderstream.orders.timeline;

import org.jspecify.annotations.NullMarked;
