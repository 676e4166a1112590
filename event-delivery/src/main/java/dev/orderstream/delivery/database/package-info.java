/// Plain SQL inside the current transaction.
@NullMarked
package dev.orderstream.delivery.database;

import org.jspecify.annotations.NullMarked;
