package dev.orderstream.operations.reconcile;

import dev.orderstream.events.EmailOccasion;
import java.util.EnumSet;
import java.util.Set;

/// Which mails a customer gets.
public final class Occasions {

    private static final Set<EmailOccasion> FAILED =
            EnumSet.of(EmailOccasion.ORDER_RECEIVED, EmailOccasion.PAYMENT_FAILED);
    private static final Set<EmailOccasion> PAID =
            EnumSet.of(
                    EmailOccasion.ORDER_RECEIVED,
                    EmailOccasion.PAYMENT_SUCCEEDED,
                    EmailOccasion.SHIPMENT_DISPATCHED);
    private static final Set<EmailOccasion> DELIVERED =
            EnumSet.of(
                    EmailOccasion.ORDER_RECEIVED,
                    EmailOccasion.PAYMENT_SUCCEEDED,
                    EmailOccasion.SHIPMENT_DISPATCHED,
                    EmailOccasion.SHIPMENT_DELIVERED);

    private Occasions() {}

    /// The mails of an order at its end; one that is paid may still await its delivery.
    public static Set<EmailOccasion> of(boolean paid, boolean delivered) {
        if (delivered) {
            return DELIVERED;
        }
        return paid ? PAID : FAILED;
    }
}
