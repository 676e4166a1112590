/// PostgreSQL and Kafka for tests, once a JVM.
@NullMarked
package dev.orderstream.localstack.teststack;

import org.jspecify.annotations.NullMarked;
