package dev.orderstream.localstack.gateway;

import java.util.List;
import java.util.Set;

/// Creating, confirming and canceling payment intents: what each request leads to.
final class PaymentIntents {

    private static final Set<String> CREATE =
            Set.of(
                    "amount",
                    "currency",
                    "confirm",
                    "off_session",
                    "payment_method",
                    "metadata",
                    "automatic_payment_methods",
                    "payment_method_types",
                    "payment_method_data",
                    "return_url",
                    "error_on_requires_action",
                    "description",
                    "receipt_email",
                    "statement_descriptor_suffix",
                    "capture_method",
                    "confirmation_method",
                    "use_stripe_sdk",
                    "expand");
    private static final Set<String> CONFIRM =
            Set.of(
                    "payment_method",
                    "payment_method_data",
                    "off_session",
                    "return_url",
                    "error_on_requires_action",
                    "receipt_email",
                    "use_stripe_sdk",
                    "expand");
    private static final Set<String> CAPTURE = Set.of("automatic", "automatic_async");
    private static final Set<String> REDIRECTS = Set.of("always", "never");
    private static final Set<String> CANCEL_REASONS =
            Set.of("duplicate", "fraudulent", "requested_by_customer", "abandoned");

    private PaymentIntents() {}

    static Change create(Form form) {
        form.allowOnly(CREATE);
        PaymentMethods.refuseRawCards(form);
        String currency = Amounts.currency(form);
        long amount = Amounts.amount(form, currency);
        PaymentIntent intent =
                new PaymentIntent(
                        Ids.next("pi_"),
                        Ids.secret(),
                        Change.now(),
                        amount,
                        currency,
                        IntentStatus.REQUIRES_PAYMENT_METHOD,
                        form.metadata(),
                        extras(form),
                        methodTypes(form),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        TestCard card = PaymentMethods.chosen(form);
        if (card != null) {
            intent = intent.with(card, Ids.next("pm_")).with(IntentStatus.REQUIRES_CONFIRMATION);
        }
        return form.flag("confirm")
                ? Charging.confirm(intent, card, Charging.Terms.of(form))
                : Change.of(intent, null);
    }

    static Change confirm(PaymentIntent intent, Form form) {
        form.allowOnly(CONFIRM);
        PaymentMethods.refuseRawCards(form);
        if (!intent.status().isOpen()) {
            throw ApiError.unexpectedState(
                    intent,
                    "You cannot confirm this PaymentIntent because it has a status of "
                            + intent.status().wire()
                            + ".");
        }
        String returnUrl = form.text("return_url");
        PaymentIntent next =
                returnUrl == null
                        ? intent
                        : intent.with(intent.extras().withReturnUrl(url(returnUrl)));
        TestCard card = PaymentMethods.chosen(form);
        if (card == null && intent.status() != IntentStatus.REQUIRES_PAYMENT_METHOD) {
            card = intent.card() == null ? null : TestCards.get(intent.card());
        } else if (card != null) {
            next = next.with(card, Ids.next("pm_"));
        }
        return Charging.confirm(next, card, Charging.Terms.of(form));
    }

    static Change cancel(PaymentIntent intent, Form form) {
        form.allowOnly(Set.of("cancellation_reason", "expand"));
        String reason = form.word("cancellation_reason", CANCEL_REASONS);
        if (!intent.status().isOpen()) {
            throw ApiError.unexpectedState(
                    intent,
                    "You cannot cancel this PaymentIntent because it has a status of "
                            + intent.status().wire()
                            + ". Only a PaymentIntent with one of the following statuses may be"
                            + " canceled: requires_payment_method, requires_capture,"
                            + " requires_reauthorization, requires_confirmation, requires_action,"
                            + " processing.");
        }
        return Change.of(intent.canceled(Change.now(), reason), null, GatewayEvent.CANCELED);
    }

    private static List<String> methodTypes(Form form) {
        List<String> types = form.list("payment_method_types");
        if (types.stream().anyMatch(type -> !type.equals("card"))) {
            throw ApiError.invalid(null, "Only card payments are offered.", "payment_method_types");
        }
        return types;
    }

    private static PaymentIntent.Extras extras(Form form) {
        String returnUrl = form.text("return_url");
        form.word("confirmation_method", Set.of("automatic"));
        PaymentIntent.Extras extras =
                new PaymentIntent.Extras(
                        form.text("description"),
                        form.text("receipt_email"),
                        form.text("statement_descriptor_suffix"),
                        form.word("capture_method", CAPTURE),
                        form.word("automatic_payment_methods[allow_redirects]", REDIRECTS),
                        returnUrl == null ? null : url(returnUrl));
        return extras.equals(PaymentIntent.Extras.NONE) ? PaymentIntent.Extras.NONE : extras;
    }

    private static String url(String url) {
        if (!url.startsWith("https://") && !url.startsWith("http://")) {
            throw ApiError.invalid("url_invalid", "Not a valid URL", "return_url");
        }
        return url;
    }
}
