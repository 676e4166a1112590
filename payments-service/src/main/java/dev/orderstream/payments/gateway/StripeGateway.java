package dev.orderstream.payments.gateway;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeError;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentSearchParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import dev.orderstream.events.Money;
import dev.orderstream.payments.gateway.ChargeOutcome.Declined;
import dev.orderstream.payments.gateway.RefundOutcome.Refunded;
import dev.orderstream.payments.gateway.Unanswered.Trouble;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Speaks Stripe's protocol: a payment is a PaymentIntent that is confirmed as it is created.
final class StripeGateway implements PaymentGateway {

    /// Parameters whose values come from the order: only they can make a refusal the order's own.
    private static final Set<String> OF_THE_ORDER = Set.of("amount", "currency", "payment_method");

    private final StripeClient stripe;
    private final URI storefront;

    StripeGateway(StripeClient stripe, URI storefront) {
        this.stripe = stripe;
        this.storefront = storefront;
    }

    @Override
    public ChargeOutcome charge(ChargeRequest request) {
        try {
            PaymentIntent intent =
                    stripe.v1().paymentIntents().create(params(request), key(request.key()));
            // A repeated key brings back the first answer, which may be out of date.
            return IntentOutcome.isFinal(intent)
                    ? IntentOutcome.of(intent)
                    : latest(intent.getId());
        } catch (CardException e) {
            return declined(e);
        } catch (IdempotencyException e) {
            return askedOtherwise(request, e);
        } catch (InvalidRequestException e) {
            return isTheOrders(e)
                    ? new Declined(FailureReason.ofRefusal(e.getCode()), null)
                    : StripeTrouble.of(e);
        } catch (StripeException e) {
            return StripeTrouble.of(e);
        }
    }

    @Override
    public ChargeOutcome look(String chargeReference) {
        try {
            return latest(chargeReference);
        } catch (StripeException e) {
            return StripeTrouble.of(e);
        }
    }

    @Override
    public ChargeOutcome cancel(String chargeReference, CancelReason reason) {
        try {
            return canceled(chargeReference, reason);
        } catch (StripeException e) {
            return StripeTrouble.of(e);
        }
    }

    /// An earlier release or configuration of ours worded the first request with this key
    /// otherwise. That one counts, if it asked for the same money.
    private ChargeOutcome askedOtherwise(ChargeRequest request, IdempotencyException reused) {
        try {
            Optional<PaymentIntent> first =
                    search(request.paymentId()).filter(intent -> isOf(intent, request.amount()));
            return first.isPresent() ? latest(first.get().getId()) : StripeTrouble.of(reused);
        } catch (StripeException e) {
            return StripeTrouble.of(e);
        }
    }

    private static boolean isOf(PaymentIntent intent, Money amount) {
        return intent.getAmount() == amount.amount()
                && amount.currency().equalsIgnoreCase(intent.getCurrency());
    }

    @Override
    public Optional<ChargeOutcome> find(UUID paymentId) {
        try {
            Optional<PaymentIntent> found = search(paymentId);
            return found.isPresent() ? Optional.of(latest(found.get().getId())) : Optional.empty();
        } catch (StripeException e) {
            return Optional.of(StripeTrouble.of(e));
        }
    }

    private Optional<PaymentIntent> search(UUID paymentId) throws StripeException {
        PaymentIntentSearchParams ofPayment =
                PaymentIntentSearchParams.builder()
                        .setQuery("metadata['payment_id']:'%s'".formatted(paymentId))
                        .build();
        return stripe.v1().paymentIntents().search(ofPayment).getData().stream().findFirst();
    }

    @Override
    public RefundOutcome refund(RefundRequest request) {
        try {
            Refund refund = stripe.v1().refunds().create(params(request), key(request.key()));
            return "pending".equals(refund.getStatus())
                    ? RefundAnswer.of(stripe.v1().refunds().retrieve(refund.getId()))
                    : RefundAnswer.of(refund);
        } catch (InvalidRequestException e) {
            return "charge_already_refunded".equals(e.getCode())
                    ? earlierRefund(request)
                    : StripeTrouble.of(e);
        } catch (StripeException e) {
            return StripeTrouble.of(e);
        }
    }

    /// Somebody gave all of it back before us, such as an operator at the gateway's own console.
    private RefundOutcome earlierRefund(RefundRequest request) {
        try {
            RefundListParams ofCharge =
                    RefundListParams.builder().setPaymentIntent(request.chargeReference()).build();
            return stripe.v1().refunds().list(ofCharge).getData().stream()
                    .map(RefundAnswer::of)
                    .filter(Refunded.class::isInstance)
                    .findFirst()
                    .orElse(new Unanswered(Trouble.PENDING, "an earlier refund is open", null));
        } catch (StripeException e) {
            return StripeTrouble.of(e);
        }
    }

    private ChargeOutcome latest(String intentId) throws StripeException {
        PaymentIntent intent = stripe.v1().paymentIntents().retrieve(intentId);
        return IntentOutcome.isRejected(intent)
                ? canceled(intentId, CancelReason.ABANDONED)
                : IntentOutcome.of(intent);
    }

    private ChargeOutcome canceled(String intentId, CancelReason reason) throws StripeException {
        try {
            PaymentIntentCancelParams params =
                    PaymentIntentCancelParams.builder()
                            .setCancellationReason(IntentOutcome.wire(reason))
                            .build();
            return IntentOutcome.of(stripe.v1().paymentIntents().cancel(intentId, params));
        } catch (InvalidRequestException e) {
            if ("payment_intent_unexpected_state".equals(e.getCode())) {
                return IntentOutcome.of(stripe.v1().paymentIntents().retrieve(intentId));
            }
            throw e;
        }
    }

    private static Declined declined(CardException e) {
        StripeError error = e.getStripeError();
        PaymentIntent intent = error.getPaymentIntent();
        return new Declined(
                FailureReason.ofDecline(e.getDeclineCode(), e.getCode()),
                intent == null ? e.getCharge() : intent.getId());
    }

    private static boolean isTheOrders(InvalidRequestException e) {
        return e.getStatusCode() == 400
                && e.getParam() != null
                && OF_THE_ORDER.contains(e.getParam());
    }

    private PaymentIntentCreateParams params(ChargeRequest request) {
        return PaymentIntentCreateParams.builder()
                .setAmount(request.amount().amount())
                .setCurrency(request.amount().currency().toLowerCase(Locale.ROOT))
                .setPaymentMethod(request.paymentMethod())
                .addPaymentMethodType("card")
                .setConfirm(true)
                // Where the customer comes back to from the bank's page.
                .setReturnUrl(storefront.resolve("/orders/" + request.orderId()).toString())
                .putMetadata("order_id", request.orderId().toString())
                .putMetadata("payment_id", request.paymentId().toString())
                .build();
    }

    private static RefundCreateParams params(RefundRequest request) {
        return RefundCreateParams.builder()
                .setPaymentIntent(request.chargeReference())
                .setAmount(request.amount().amount())
                .setReason(RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER)
                .putMetadata("order_id", request.orderId().toString())
                .build();
    }

    private static RequestOptions key(UUID key) {
        return RequestOptions.builder().setIdempotencyKey(key.toString()).build();
    }
}
