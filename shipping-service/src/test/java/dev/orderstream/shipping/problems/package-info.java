/// Tests of this package.
@NullMarked
package dev.orderstream.shipping.problems;

import org.jspecify.annotations.NullMarked;
