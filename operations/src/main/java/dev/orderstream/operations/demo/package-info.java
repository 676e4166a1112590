/// Posts real or generated orders and follows each to its end.
@NullMarked
package dev.orderstream.operations.demo;

import org.jspecify.annotations.NullMarked;
