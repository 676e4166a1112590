/// A real Kafka broker as a child process, with its topics, users and access rules.
@NullMarked
package dev.orderstream.localstack.kafka;

import org.jspecify.annotations.NullMarked;
