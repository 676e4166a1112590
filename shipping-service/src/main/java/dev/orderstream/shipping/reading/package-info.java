/// What operators and the warehouse may read.
@NullMarked
package dev.orderstream.shipping.reading;

import org.jspecify.annotations.NullMarked;
