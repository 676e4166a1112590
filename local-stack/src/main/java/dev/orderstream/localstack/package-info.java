/// PostgreSQL, Kafka, Kafka Connect, the services and the outside world, on one machine and without
/// Docker.
@NullMarked
package dev.orderstream.localstack;

import org.jspecify.annotations.NullMarked;
