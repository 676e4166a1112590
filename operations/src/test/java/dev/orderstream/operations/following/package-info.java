/// When an order is at its end.
@NullMarked
package dev.orderstream.operations.following;

import org.jspecify.annotations.NullMarked;
