/// Records become handler calls, a batch and a transaction at a time.
@NullMarked
package dev.orderstream.delivery.dispatch;

import org.jspecify.annotations.NullMarked;
