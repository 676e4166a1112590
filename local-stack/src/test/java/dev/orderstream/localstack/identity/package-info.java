/// Signing in to the local stack.
@NullMarked
package dev.orderstream.localstack.identity;

import org.jspecify.annotations.NullMarked;
