/// Tests of this package.
@NullMarked
package dev.orderstream.shipping.reporting;

import org.jspecify.annotations.NullMarked;
