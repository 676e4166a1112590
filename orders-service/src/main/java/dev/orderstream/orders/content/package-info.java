/// What was ordered, as it is stored, and the JSON that this service reads and writes.
@NullMarked
package dev.orderstream.orders.content;

import org.jspecify.annotations.NullMarked;
