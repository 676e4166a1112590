/// Tests of this package.
@NullMarked
package dev.orderstream.shipping.carrier;

import org.jspecify.annotations.NullMarked;
