/// One payment for each order: what is known of it, what follows, and the calls that it leads to.
@NullMarked
package dev.orderstream.payments.charging;

import org.jspecify.annotations.NullMarked;
