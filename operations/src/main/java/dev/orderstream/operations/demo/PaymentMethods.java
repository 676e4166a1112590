package dev.orderstream.operations.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/// Draws the gateway's published test payment methods: a share of them is declined.
final class PaymentMethods {

    static final List<String> PAYING =
            List.of("pm_card_visa", "pm_card_mastercard", "pm_card_amex", "pm_card_visa_debit");
    static final List<String> DECLINING =
            List.of(
                    "pm_card_visa_chargeDeclined",
                    "pm_card_visa_chargeDeclinedInsufficientFunds",
                    "pm_card_visa_chargeDeclinedLostCard",
                    "pm_card_chargeDeclinedExpiredCard",
                    "pm_card_chargeDeclinedIncorrectCvc",
                    "pm_card_chargeDeclinedProcessingError");

    /// The bank asks for the customer first.
    static final List<String> ASKING =
            List.of("pm_card_authenticationRequired", "pm_card_threeDSecure2Required");

    /// The bank asks for the customer and then declines all the same.
    static final List<String> ASKING_THEN_DECLINING =
            List.of("pm_card_threeDSecureRequiredChargeDeclined");

    private final RandomGenerator random;
    private final double declines;

    /// @param declines the share that is declined, from 0 to 1
    PaymentMethods(RandomGenerator random, double declines) {
        this.random = random;
        this.declines = declines;
    }

    String next() {
        List<String> kind = random.nextDouble() < declines ? DECLINING : PAYING;
        return kind.get(random.nextInt(kind.size()));
    }
}
