/// What is in a token.
@NullMarked
package dev.orderstream.operations.token;

import org.jspecify.annotations.NullMarked;
