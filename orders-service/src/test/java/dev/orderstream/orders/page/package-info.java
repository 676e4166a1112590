/// The page, as a browser asks for it.
@NullMarked
package dev.orderstream.orders.page;

import org.jspecify.annotations.NullMarked;
