package dev.orderstream.payments.gateway;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import dev.orderstream.payments.gateway.Unanswered.Trouble;
import java.net.ConnectException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/// What an error of the Stripe client says about a request that got no answer.
///
/// The client's own messages stay out of it: they quote what was sent.
final class StripeTrouble {

    private StripeTrouble() {}

    static Unanswered of(StripeException e) {
        return switch (e) {
            case NotAnsweredException busy when isBusy(busy) ->
                    new Unanswered(Trouble.BUSY, text(busy), busy.retryAfter());
            case NotAnsweredException odd when odd.getStatusCode() < 500 ->
                    unanswered(Trouble.MISCONFIGURED, odd);
            case NotAnsweredException broken ->
                    new Unanswered(Trouble.UNKNOWN, text(broken), broken.retryAfter());
            case ApiConnectionException lost ->
                    new Unanswered(
                            neverSent(lost) ? Trouble.BUSY : Trouble.UNKNOWN, cause(lost), null);
            case AuthenticationException refused -> unanswered(Trouble.MISCONFIGURED, refused);
            case IdempotencyException reused -> unanswered(Trouble.MISCONFIGURED, reused);
            case InvalidRequestException wrong ->
                    new Unanswered(
                            Trouble.MISCONFIGURED,
                            "%s, parameter %s".formatted(text(wrong), wrong.getParam()),
                            null);
            default -> unanswered(Trouble.UNKNOWN, e);
        };
    }

    private static Unanswered unanswered(Trouble trouble, StripeException e) {
        return new Unanswered(trouble, text(e), null);
    }

    private static boolean isBusy(NotAnsweredException e) {
        return e.getStatusCode() == 429 || e.getStatusCode() == 503;
    }

    private static boolean neverSent(ApiConnectionException e) {
        return e.getCause() instanceof ConnectException
                || e.getCause() instanceof UnknownHostException;
    }

    private static String cause(ApiConnectionException e) {
        @Nullable Throwable cause = e.getCause();
        return "no answer: " + (cause == null ? e : cause).getClass().getSimpleName();
    }

    private static String text(StripeException e) {
        return "HTTP %d%s%s"
                .formatted(
                        e.getStatusCode(),
                        e.getCode() == null ? "" : " " + e.getCode(),
                        e.getRequestId() == null ? "" : ", request " + e.getRequestId());
    }
}
