/// The commands behind `./orderstream` for people and programs that use a running stack.
@NullMarked
package dev.orderstream.operations;

import org.jspecify.annotations.NullMarked;
