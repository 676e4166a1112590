/// What the tests of this service share.
@NullMarked
package dev.orderstream.email.testing;

import org.jspecify.annotations.NullMarked;
