package dev.orderstream.payments.gateway;

import com.stripe.exception.ApiException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The other side sent a status that says nothing about the request: it may have been done or not.
final class NotAnsweredException extends ApiException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    NotAnsweredException(int status, @Nullable Duration retryAfter) {
        super("HTTP " + status, null, null, status, null);
        this.retryAfter = retryAfter;
    }

    @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
