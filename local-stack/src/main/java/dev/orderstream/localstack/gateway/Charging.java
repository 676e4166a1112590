package dev.orderstream.localstack.gateway;

import org.jspecify.annotations.Nullable;

/// Decides what becomes of a payment intent that is confirmed, and of one whose customer was asked.
final class Charging {

    /// The circumstances of a confirmation.
    record Terms(boolean offSession, boolean errorOnRequiresAction) {
        static Terms of(Form form) {
            return new Terms(form.flag("off_session"), form.flag("error_on_requires_action"));
        }
    }

    private Charging() {}

    static Change confirm(PaymentIntent intent, @Nullable TestCard card, Terms terms) {
        if (card == null) {
            throw ApiError.unexpectedState(
                    intent,
                    "You cannot confirm this PaymentIntent because it's missing a payment method."
                            + " You can either update the PaymentIntent with a payment method and"
                            + " then confirm it again, or confirm it again directly with a payment"
                            + " method or ConfirmationToken.");
        }
        requireReturnUrl(intent, terms);
        if (!card.authenticates()) {
            return settle(intent, card);
        }
        if (terms.offSession()) {
            return declined(
                    intent, card, CardError.authenticationRequired("authentication_required"));
        }
        if (terms.errorOnRequiresAction()) {
            return failed(intent, CardError.authenticationRequired("authentication_not_handled"));
        }
        return Change.of(
                intent.with(IntentStatus.REQUIRES_ACTION), null, GatewayEvent.REQUIRES_ACTION);
    }

    static Change approved(PaymentIntent intent) {
        return settle(intent, cardOf(intent));
    }

    static Change rejected(PaymentIntent intent) {
        return failed(intent, CardError.authenticationFailed());
    }

    private static Change settle(PaymentIntent intent, TestCard card) {
        if (card.decline() != null) {
            return declined(intent, card, card.decline());
        }
        Charge charge = charge(intent, card, null);
        return Change.of(intent.succeeded(charge.id()), charge, GatewayEvent.SUCCEEDED);
    }

    private static Change declined(PaymentIntent intent, TestCard card, CardError error) {
        Charge charge = charge(intent, card, error);
        return Change.of(intent.failed(error, charge.id()), charge, GatewayEvent.PAYMENT_FAILED);
    }

    private static Change failed(PaymentIntent intent, CardError error) {
        return Change.of(intent.failed(error, null), null, GatewayEvent.PAYMENT_FAILED);
    }

    private static Charge charge(PaymentIntent intent, TestCard card, @Nullable CardError failure) {
        String method = intent.paymentMethod();
        return new Charge(
                Ids.next("ch_"),
                intent.id(),
                Change.now(),
                intent.amount(),
                0,
                intent.currency(),
                intent.metadata(),
                card.id(),
                method == null ? Ids.next("pm_") : method,
                failure);
    }

    private static TestCard cardOf(PaymentIntent intent) {
        if (intent.card() == null) {
            throw new IllegalStateException("No card on " + intent.id());
        }
        return TestCards.get(intent.card());
    }

    /// Methods that the account's settings choose may redirect the customer, who has to come back
    /// somewhere.
    private static void requireReturnUrl(PaymentIntent intent, Terms terms) {
        boolean mayRedirect =
                intent.methodTypes().isEmpty() && !"never".equals(intent.extras().allowRedirects());
        if (mayRedirect && intent.extras().returnUrl() == null && !terms.offSession()) {
            throw ApiError.invalid(
                    null,
                    "This PaymentIntent is configured to accept payment methods enabled in your"
                            + " Dashboard. Because some of these payment methods might redirect your"
                            + " customer off of your page, you must provide a `return_url`. If you"
                            + " don't want to accept redirect-based payment methods, set"
                            + " `automatic_payment_methods[enabled]` to `true` and"
                            + " `automatic_payment_methods[allow_redirects]` to `never`.",
                    "return_url");
        }
    }
}
