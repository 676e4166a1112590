package dev.orderstream.operations.reconcile;

import dev.orderstream.events.Money;
import org.jspecify.annotations.Nullable;

/// An order's row in the database of payments-service, and what its ledger says.
///
/// @param ledgerCaptured in minor units
/// @param ledgerRefunded in minor units, without what came back
record StoredPayment(
        @Nullable Money amount,
        boolean captured,
        boolean declined,
        boolean refunded,
        long ledgerCaptured,
        long ledgerRefunded) {}
