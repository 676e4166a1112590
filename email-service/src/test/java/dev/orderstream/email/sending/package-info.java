/// Tests of this package.
@NullMarked
package dev.orderstream.email.sending;

import org.jspecify.annotations.NullMarked;
