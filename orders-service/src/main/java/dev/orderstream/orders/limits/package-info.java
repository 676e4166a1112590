/// How much is taken at once: from one client, and from all of them.
@NullMarked
package dev.orderstream.orders.limits;

import org.jspecify.annotations.NullMarked;
