/// How the running stack is found.
@NullMarked
package dev.orderstream.operations.stack;

import org.jspecify.annotations.NullMarked;
