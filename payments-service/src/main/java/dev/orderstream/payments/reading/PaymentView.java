package dev.orderstream.payments.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.orderstream.events.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A payment with the calls that are made for it.
///
/// @param reason why it failed, a stable code
/// @param gatewayReference the gateway's id of the charge
/// @param actionExpiresAt until when the customer may authenticate, while that is awaited
/// @param refundReference the gateway's id of the refund that arrived
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentView(
        UUID paymentId,
        UUID orderId,
        String status,
        @Nullable Money amount,
        @Nullable String reason,
        @Nullable String gatewayReference,
        @Nullable Instant actionExpiresAt,
        @Nullable String refundReference,
        List<Call> calls) {

    /// One call to the gateway.
    ///
    /// @param state PENDING, RUNNING or DONE
    /// @param nextAttemptAt when a pending call is due, or the lease of a running one ends
    /// @param lastProblem why the last attempt got no answer
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Call(
            String kind,
            String state,
            int attempts,
            @Nullable Instant nextAttemptAt,
            @Nullable String lastProblem) {}
}
