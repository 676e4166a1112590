/// One trace from the storefront's request through every consumer.
@NullMarked
package dev.orderstream.delivery.trace;

import org.jspecify.annotations.NullMarked;
