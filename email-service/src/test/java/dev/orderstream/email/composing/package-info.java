/// Tests of this package.
@NullMarked
package dev.orderstream.email.composing;

import org.jspecify.annotations.NullMarked;
