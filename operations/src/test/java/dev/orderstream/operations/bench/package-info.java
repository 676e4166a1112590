/// How times, costs and backlogs are counted.
@NullMarked
package dev.orderstream.operations.bench;

import org.jspecify.annotations.NullMarked;
