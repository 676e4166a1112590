/// The world around this service in its tests: real PostgreSQL and Kafka, the gateway simulator,
/// tokens.
@NullMarked
package dev.orderstream.payments.testing;

import org.jspecify.annotations.NullMarked;
