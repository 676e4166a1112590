package dev.orderstream.operations.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a customer of the demo does, and where that may lead.
///
/// The shares are weights; the payment methods are the gateway's published test methods, the postal
/// codes those of the simulated carrier.
enum Scenario {
    PAID(30, Action.NONE, null, PaymentMethods.PAYING, "delivered", "dispatched"),
    DECLINED(12, Action.NONE, null, PaymentMethods.DECLINING, "payment failed: "),
    AUTHENTICATED(8, Action.APPROVE, null, PaymentMethods.ASKING, "delivered", "dispatched"),
    AUTHENTICATED_BUT_DECLINED(
            3, Action.APPROVE, null, PaymentMethods.ASKING_THEN_DECLINING, "payment failed: "),
    NOT_AUTHENTICATED(4, Action.REJECT, null, PaymentMethods.ASKING, "payment failed: "),
    AUTHENTICATION_ABANDONED(
            2, Action.NONE, null, PaymentMethods.ASKING, "payment failed: authentication_expired"),
    CANCELLED(
            18,
            Action.CANCEL,
            null,
            PaymentMethods.PAYING,
            "delivered",
            "dispatched",
            "cancelled: cancellation-requested",
            "refunded: cancellation-requested"),
    CANCELLED_TWICE(
            4,
            Action.CANCEL_TWICE,
            null,
            PaymentMethods.PAYING,
            "delivered",
            "dispatched",
            "cancelled: cancellation-requested",
            "refunded: cancellation-requested"),
    CANCELLED_WHILE_DECLINED(
            3,
            Action.CANCEL,
            null,
            PaymentMethods.DECLINING,
            "payment failed: ",
            "cancelled: cancellation-requested"),
    CANCELLED_WHILE_ASKED(
            4,
            Action.CANCEL,
            null,
            PaymentMethods.ASKING,
            "cancelled: cancellation-requested",
            "payment failed: authentication_expired"),
    CARRIER_REFUSES(4, Action.NONE, "REFUSED", PaymentMethods.PAYING, "refunded: carrier-refused"),
    CARRIER_AWAY(2, Action.NONE, "AWAY", PaymentMethods.PAYING, "refunded: carrier-unavailable"),
    CARRIER_SLOW(4, Action.NONE, "SLOW", PaymentMethods.PAYING, "delivered", "dispatched"),
    CANCELLED_WHILE_CARRIER_AWAY(
            2,
            Action.CANCEL,
            "AWAY",
            PaymentMethods.PAYING,
            "cancelled: cancellation-requested",
            "refunded: cancellation-requested",
            "refunded: carrier-unavailable");

    /// What the customer does once the order is accepted.
    enum Action {
        NONE,
        /// Confirms the payment when the bank asks.
        APPROVE,
        /// Says no when the bank asks.
        REJECT,
        /// Cancels after a random while.
        CANCEL,
        /// Cancels from two windows at once.
        CANCEL_TWICE
    }

    private final int share;
    private final Action action;
    private final @Nullable String postalCode;
    private final List<String> paymentMethods;
    private final List<String> endings;

    Scenario(
            int share,
            Action action,
            @Nullable String postalCode,
            List<String> paymentMethods,
            String... endings) {
        this.share = share;
        this.action = action;
        this.postalCode = postalCode;
        this.paymentMethods = paymentMethods;
        this.endings = List.of(endings);
    }

    int share() {
        return share;
    }

    Action action() {
        return action;
    }

    @Nullable String postalCode() {
        return postalCode;
    }

    List<String> paymentMethods() {
        return paymentMethods;
    }

    /// Whether an order of this scenario may end so.
    boolean allows(String ending) {
        return endings.stream().anyMatch(ending::startsWith);
    }
}
