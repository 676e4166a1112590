/// The contract on the wire: every event, its topic, its schema and its CloudEvents headers.
@NullMarked
package dev.orderstream.events;

import org.jspecify.annotations.NullMarked;
