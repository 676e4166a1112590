/// Events leave a service: written in the business transaction, relayed by Debezium.
@NullMarked
package dev.orderstream.delivery.outbox;

import org.jspecify.annotations.NullMarked;
