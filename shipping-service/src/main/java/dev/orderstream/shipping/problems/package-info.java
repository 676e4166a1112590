/// Errors as RFC 9457 has them.
@NullMarked
package dev.orderstream.shipping.problems;

import org.jspecify.annotations.NullMarked;
