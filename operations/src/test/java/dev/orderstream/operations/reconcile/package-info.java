/// What a reconciliation finds.
@NullMarked
package dev.orderstream.operations.reconcile;

import org.jspecify.annotations.NullMarked;
