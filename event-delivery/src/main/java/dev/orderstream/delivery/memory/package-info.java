/// What is kept in memory for a moment.
@NullMarked
package dev.orderstream.delivery.memory;

import org.jspecify.annotations.NullMarked;
