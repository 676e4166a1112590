/// The description of the API for programs, as far as annotations do not say it.
@NullMarked
package dev.orderstream.orders.description;

import org.jspecify.annotations.NullMarked;
