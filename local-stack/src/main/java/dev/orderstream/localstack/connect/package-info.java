/// Kafka Connect with Debezium as a child process.
@NullMarked
package dev.orderstream.localstack.connect;

import org.jspecify.annotations.NullMarked;
