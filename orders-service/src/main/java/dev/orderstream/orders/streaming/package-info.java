/// The steps of orders, told while they happen.
@NullMarked
package dev.orderstream.orders.streaming;

import org.jspecify.annotations.NullMarked;
