/// How far accepted orders are.
@NullMarked
package dev.orderstream.operations.following;

import org.jspecify.annotations.NullMarked;
