/// The card gateway: what this service asks of it, and the one adapter that speaks Stripe's
/// protocol.
@NullMarked
package dev.orderstream.payments.gateway;

import org.jspecify.annotations.NullMarked;
