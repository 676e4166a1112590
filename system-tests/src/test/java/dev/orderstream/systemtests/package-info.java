/// The whole system under test, and the rules that keep its house in order.
@NullMarked
package dev.orderstream.systemtests;

import org.jspecify.annotations.NullMarked;
