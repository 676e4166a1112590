/// What operators may read.
@NullMarked
package dev.orderstream.email.reading;

import org.jspecify.annotations.NullMarked;
