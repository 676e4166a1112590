/// Events enter a service at most once.
@NullMarked
package dev.orderstream.delivery.inbox;

import org.jspecify.annotations.NullMarked;
