package dev.orderstream.localstack.gateway;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A payment intent at one moment; every change makes a new one.
///
/// @param card the published test payment method it was confirmed with
/// @param paymentMethod the id of the payment method made from it
/// @param methodTypes empty where the account's own settings choose (automatic payment methods)
record PaymentIntent(
        String id,
        String secret,
        long created,
        long amount,
        String currency,
        IntentStatus status,
        Map<String, String> metadata,
        Extras extras,
        List<String> methodTypes,
        @Nullable String card,
        @Nullable String paymentMethod,
        @Nullable String charge,
        @Nullable CardError lastError,
        @Nullable Long canceledAt,
        @Nullable String cancellationReason) {

    /// What is only kept and given back.
    record Extras(
            @Nullable String description,
            @Nullable String receiptEmail,
            @Nullable String descriptorSuffix,
            @Nullable String captureMethod,
            @Nullable String allowRedirects,
            @Nullable String returnUrl) {

        static final Extras NONE = new Extras(null, null, null, null, null, null);

        Extras withReturnUrl(String url) {
            return new Extras(
                    description,
                    receiptEmail,
                    descriptorSuffix,
                    captureMethod,
                    allowRedirects,
                    url);
        }
    }

    // Collections and extras that are empty are absent in the journal.
    @SuppressWarnings("ConstantValue")
    PaymentIntent {
        metadata = metadata == null ? Map.of() : metadata;
        methodTypes = methodTypes == null ? List.of() : methodTypes;
        extras = extras == null ? Extras.NONE : extras;
    }

    PaymentIntent with(Extras changed) {
        return new PaymentIntent(
                id,
                secret,
                created,
                amount,
                currency,
                status,
                metadata,
                changed,
                methodTypes,
                card,
                paymentMethod,
                charge,
                lastError,
                canceledAt,
                cancellationReason);
    }

    PaymentIntent with(TestCard testCard, String paymentMethodId) {
        return new PaymentIntent(
                id,
                secret,
                created,
                amount,
                currency,
                status,
                metadata,
                extras,
                methodTypes,
                testCard.id(),
                paymentMethodId,
                charge,
                lastError,
                canceledAt,
                cancellationReason);
    }

    PaymentIntent with(IntentStatus next) {
        return new PaymentIntent(
                id,
                secret,
                created,
                amount,
                currency,
                next,
                metadata,
                extras,
                methodTypes,
                card,
                paymentMethod,
                charge,
                lastError,
                canceledAt,
                cancellationReason);
    }

    PaymentIntent succeeded(String chargeId) {
        return new PaymentIntent(
                id,
                secret,
                created,
                amount,
                currency,
                IntentStatus.SUCCEEDED,
                metadata,
                extras,
                methodTypes,
                card,
                paymentMethod,
                chargeId,
                null,
                null,
                null);
    }

    PaymentIntent failed(CardError error, @Nullable String chargeId) {
        return new PaymentIntent(
                id,
                secret,
                created,
                amount,
                currency,
                IntentStatus.REQUIRES_PAYMENT_METHOD,
                metadata,
                extras,
                methodTypes,
                card,
                paymentMethod,
                chargeId == null ? charge : chargeId,
                error,
                null,
                null);
    }

    PaymentIntent canceled(long at, @Nullable String reason) {
        return new PaymentIntent(
                id,
                secret,
                created,
                amount,
                currency,
                IntentStatus.CANCELED,
                metadata,
                extras,
                methodTypes,
                card,
                paymentMethod,
                charge,
                lastError,
                at,
                reason);
    }

    String clientSecret() {
        return id + "_secret_" + secret;
    }

    long amountReceived() {
        return status == IntentStatus.SUCCEEDED ? amount : 0;
    }
}
