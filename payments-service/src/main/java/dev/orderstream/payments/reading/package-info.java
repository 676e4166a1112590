/// What operators may see of a payment.
@NullMarked
package dev.orderstream.payments.reading;

import org.jspecify.annotations.NullMarked;
