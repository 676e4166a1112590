/// A storefront's request becomes an order and its event, once for each idempotency key.
@NullMarked
package dev.orderstream.orders.placing;

import org.jspecify.annotations.NullMarked;
