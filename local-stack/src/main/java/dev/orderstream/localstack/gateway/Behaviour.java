package dev.orderstream.localstack.gateway;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the gateway is told to behave; the default is a perfect day. Rates are shares from 0 to 1.
///
/// @param status what an injected error answers
/// @param timeoutHoldMs how long a request that times out is held before its connection drops
/// @param refundSettleMs after which time a refund that changes by itself does so
record Behaviour(
        long latencyMs,
        double errorRate,
        int status,
        @Nullable Integer retryAfterS,
        double timeoutBeforeChargeRate,
        double timeoutAfterChargeRate,
        long timeoutHoldMs,
        double resetRate,
        long refundSettleMs,
        long seed,
        Webhooks webhooks) {

    /// Where webhooks go and what is done to them; each secret signs.
    ///
    /// @param enabledEvents the types of events that the endpoint wants, `*` stands for all
    record Webhooks(
            boolean enabled,
            @Nullable String url,
            List<String> enabledEvents,
            List<String> secrets,
            double duplicateRate,
            long delayMs,
            boolean reorder) {

        /// As the real ones, they come a moment after the request's own answer.
        static final long DELAY_MS = 250;

        static final List<String> ALL_EVENTS = List.of("*");

        Webhooks {
            requireRate("duplicate_rate", duplicateRate);
            require(delayMs >= 0, "delay_ms must not be negative");
            require(!secrets.isEmpty(), "secrets must not be empty");
            require(!enabledEvents.isEmpty(), "enabled_events must not be empty");
        }

        boolean active() {
            return enabled && url != null;
        }

        boolean wants(String type) {
            return active() && (enabledEvents.contains("*") || enabledEvents.contains(type));
        }

        Webhooks at(String address, List<String> events) {
            return new Webhooks(true, address, events, secrets, 0, DELAY_MS, false);
        }

        Webhooks wellBehaved() {
            return new Webhooks(enabled, url, enabledEvents, secrets, 0, DELAY_MS, false);
        }
    }

    Behaviour {
        requireRate("error_rate", errorRate);
        requireRate("timeout_before_charge_rate", timeoutBeforeChargeRate);
        requireRate("timeout_after_charge_rate", timeoutAfterChargeRate);
        requireRate("reset_rate", resetRate);
        require(latencyMs >= 0, "latency_ms must not be negative");
        require(timeoutHoldMs >= 0, "timeout_hold_ms must not be negative");
        require(refundSettleMs >= 0, "refund_settle_ms must not be negative");
        require(status >= 400 && status <= 599, "status must be from 400 to 599");
    }

    static Behaviour perfect(Webhooks webhooks) {
        return new Behaviour(0, 0, 500, null, 0, 0, 60_000, 0, 500, 1, webhooks);
    }

    Behaviour with(Webhooks other) {
        return new Behaviour(
                latencyMs,
                errorRate,
                status,
                retryAfterS,
                timeoutBeforeChargeRate,
                timeoutAfterChargeRate,
                timeoutHoldMs,
                resetRate,
                refundSettleMs,
                seed,
                other);
    }

    private static void requireRate(String name, double rate) {
        require(rate >= 0 && rate <= 1, name + " must be from 0 to 1");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
