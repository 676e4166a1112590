/// A small service on event-delivery, for its own tests.
@NullMarked
package dev.orderstream.delivery.testapp;

import org.jspecify.annotations.NullMarked;
