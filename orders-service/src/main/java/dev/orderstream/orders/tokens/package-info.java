/// The access tokens that requests come with.
@NullMarked
package dev.orderstream.orders.tokens;

import org.jspecify.annotations.NullMarked;
