/// Finds the running stack: its addresses, databases, topics and processes.
@NullMarked
package dev.orderstream.operations.stack;

import org.jspecify.annotations.NullMarked;
