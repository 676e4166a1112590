package dev.orderstream.operations.reconcile;

import dev.orderstream.events.Money;
import org.jspecify.annotations.Nullable;

/// An order's row in the database of payments-service.
record StoredPayment(@Nullable Money amount, boolean captured, boolean declined) {}
