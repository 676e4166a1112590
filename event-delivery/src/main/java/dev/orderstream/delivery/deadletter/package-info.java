/// Where a record goes that nobody here can ever handle.
@NullMarked
package dev.orderstream.delivery.deadletter;

import org.jspecify.annotations.NullMarked;
