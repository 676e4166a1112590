package dev.orderstream.payments.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A call to the gateway that has trouble, or money that cannot be given back.
///
/// @param kind charge, authentication, call-off or refund
/// @param state PENDING or RUNNING; DONE where nothing more is tried
/// @param since when the call was asked for
/// @param trouble UNKNOWN, BUSY, PENDING, MISCONFIGURED or REFUND_FAILED
/// @param lastProblem what happened at the last attempt
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attention(
        UUID orderId,
        String kind,
        String state,
        int attempts,
        Instant since,
        String trouble,
        @Nullable String lastProblem) {}
