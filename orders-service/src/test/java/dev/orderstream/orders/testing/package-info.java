/// What the tests of this service share: a real stack, tokens, requests and records.
@NullMarked
package dev.orderstream.orders.testing;

import org.jspecify.annotations.NullMarked;
