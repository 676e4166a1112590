/// Bodies of requests, parsed strictly and read field by field.
@NullMarked
package dev.orderstream.orders.requests;

import org.jspecify.annotations.NullMarked;
