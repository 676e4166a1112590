/// What the gateway tells by itself.
@NullMarked
package dev.orderstream.payments.webhooks;

import org.jspecify.annotations.NullMarked;
