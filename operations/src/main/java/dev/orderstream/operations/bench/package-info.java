/// Measures how fast and at what cost orders get paid.
@NullMarked
package dev.orderstream.operations.bench;

import org.jspecify.annotations.NullMarked;
