/// Events become facts, in any order, and facts a status.
@NullMarked
package dev.orderstream.orders.lifecycle;

import org.jspecify.annotations.NullMarked;
