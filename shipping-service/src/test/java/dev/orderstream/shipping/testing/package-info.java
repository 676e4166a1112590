/// What the tests of this service share.
@NullMarked
package dev.orderstream.shipping.testing;

import org.jspecify.annotations.NullMarked;
