/// Keeps the outbox relay registered and running.
@NullMarked
package dev.orderstream.localstack.relay;

import org.jspecify.annotations.NullMarked;
