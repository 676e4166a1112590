package dev.orderstream.payments.gateway;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeError;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import dev.orderstream.payments.gateway.ChargeOutcome.Captured;
import dev.orderstream.payments.gateway.ChargeOutcome.Declined;
import dev.orderstream.payments.gateway.RefundOutcome.Refunded;
import dev.orderstream.payments.gateway.Unanswered.Trouble;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Speaks Stripe's protocol: a payment is a PaymentIntent that is confirmed as it is created.
final class StripeGateway implements PaymentGateway {

    /// Parameters whose values come from the order: only they can make a refusal the order's own.
    private static final Set<String> OF_THE_ORDER = Set.of("amount", "currency", "payment_method");

    private final StripeClient stripe;

    StripeGateway(StripeClient stripe) {
        this.stripe = stripe;
    }

    @Override
    public ChargeOutcome charge(ChargeRequest request) {
        try {
            PaymentIntent intent =
                    stripe.v1().paymentIntents().create(params(request), key(request.key()));
            return isOpen(intent) ? settled(intent.getId()) : outcome(intent);
        } catch (CardException e) {
            return declined(e);
        } catch (InvalidRequestException e) {
            return isTheOrders(e)
                    ? new Declined(FailureReason.ofRefusal(e.getCode()), null)
                    : StripeTrouble.of(e);
        } catch (StripeException e) {
            return StripeTrouble.of(e);
        }
    }

    @Override
    public RefundOutcome refund(RefundRequest request) {
        try {
            Refund refund = stripe.v1().refunds().create(params(request), key(request.key()));
            return "pending".equals(refund.getStatus())
                    ? outcome(stripe.v1().refunds().retrieve(refund.getId()))
                    : outcome(refund);
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
                    .map(StripeGateway::outcome)
                    .filter(Refunded.class::isInstance)
                    .findFirst()
                    .orElse(new Unanswered(Trouble.PENDING, "an earlier refund is open", null));
        } catch (StripeException e) {
            return StripeTrouble.of(e);
        }
    }

    /// A repeated key brings back the first answer, which may be out of date: this asks for the
    /// latest.
    private ChargeOutcome settled(String intentId) throws StripeException {
        return outcome(stripe.v1().paymentIntents().retrieve(intentId));
    }

    private static boolean isOpen(PaymentIntent intent) {
        return !"succeeded".equals(intent.getStatus()) && !"canceled".equals(intent.getStatus());
    }

    private static ChargeOutcome outcome(PaymentIntent intent) {
        String id = intent.getId();
        return switch (intent.getStatus()) {
            case "succeeded" -> new Captured(id);
            case "canceled" -> new Declined(FailureReason.CANCELED, id);
            case "requires_payment_method" ->
                    new Declined(reason(intent.getLastPaymentError()), id);
            default ->
                    new Unanswered(Trouble.PENDING, "the payment is " + intent.getStatus(), null);
        };
    }

    private static RefundOutcome outcome(Refund refund) {
        return switch (refund.getStatus()) {
            case "succeeded" -> new Refunded(refund.getId());
            case "failed", "canceled" ->
                    new Unanswered(
                            Trouble.MISCONFIGURED,
                            "the refund %s %s: %s"
                                    .formatted(
                                            refund.getId(),
                                            refund.getStatus(),
                                            refund.getFailureReason()),
                            null);
            default -> new Unanswered(Trouble.PENDING, "the refund is " + refund.getStatus(), null);
        };
    }

    private static Declined declined(CardException e) {
        StripeError error = e.getStripeError();
        PaymentIntent intent = error.getPaymentIntent();
        return new Declined(
                FailureReason.ofDecline(e.getDeclineCode(), e.getCode()),
                intent == null ? e.getCharge() : intent.getId());
    }

    private static FailureReason reason(@Nullable StripeError error) {
        return error == null
                ? FailureReason.CARD_DECLINED
                : FailureReason.ofDecline(error.getDeclineCode(), error.getCode());
    }

    private static boolean isTheOrders(InvalidRequestException e) {
        return e.getStatusCode() == 400
                && e.getParam() != null
                && OF_THE_ORDER.contains(e.getParam());
    }

    private static PaymentIntentCreateParams params(ChargeRequest request) {
        return PaymentIntentCreateParams.builder()
                .setAmount(request.amount().amount())
                .setCurrency(request.amount().currency().toLowerCase(Locale.ROOT))
                .setPaymentMethod(request.paymentMethod())
                .addPaymentMethodType("card")
                .setConfirm(true)
                // Nobody is there to authenticate: a card that asks for it is declined.
                .setOffSession(true)
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
