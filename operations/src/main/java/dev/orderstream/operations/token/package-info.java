/// Mints the tokens that the local stack's services trust.
@NullMarked
package dev.orderstream.operations.token;

import org.jspecify.annotations.NullMarked;
