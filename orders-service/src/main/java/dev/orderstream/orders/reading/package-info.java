/// Orders as their owners and operators see them.
@NullMarked
package dev.orderstream.orders.reading;

import org.jspecify.annotations.NullMarked;
