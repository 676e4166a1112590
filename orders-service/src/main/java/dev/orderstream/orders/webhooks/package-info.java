/// Telling storefronts the steps of their orders by signed calls, as Standard Webhooks has it.
@NullMarked
package dev.orderstream.orders.webhooks;

import org.jspecify.annotations.NullMarked;
