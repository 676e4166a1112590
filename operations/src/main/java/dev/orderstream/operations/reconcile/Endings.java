package dev.orderstream.operations.reconcile;

import dev.orderstream.events.OrderEvent.OrderCancelled;
import dev.orderstream.events.PaymentEvent.PaymentFailed;
import java.util.Locale;

/// How an order ended, in the words of a table: the status, and why where that is not plain.
final class Endings {

    private static final String UNFINISHED = "unfinished";

    private Endings() {}

    static String of(Evidence evidence, boolean ended) {
        if (!ended) {
            return UNFINISHED;
        }
        String status =
                evidence.orders.stream().findFirst().map(StoredOrder::status).orElse("not stored");
        return switch (status) {
            case "REFUNDED" -> "refunded: " + evidence.reason(OrderCancelled.class).orElse("?");
            case "CANCELLED" -> "cancelled: " + evidence.reason(OrderCancelled.class).orElse("?");
            case "PAYMENT_FAILED" ->
                    "payment failed: " + evidence.reason(PaymentFailed.class).orElse("?");
            default -> status.toLowerCase(Locale.ROOT);
        };
    }
}
