/// Tests of the facts, the decision and what it leads to.
@NullMarked
package dev.orderstream.shipping.dispatching;

import org.jspecify.annotations.NullMarked;
