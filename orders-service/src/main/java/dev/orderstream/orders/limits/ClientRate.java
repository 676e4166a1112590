package dev.orderstream.orders.limits;

import dev.orderstream.orders.problems.ProblemCode;
import dev.orderstream.orders.problems.ProblemException;
import dev.orderstream.orders.reading.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Refuses a client that sends more than its share; who it is, its access token says.
class ClientRate {

    private final RateLimit limit;
    private final Refusals refusals;
    private final SecurityIdentity identity;

    ClientRate(LimitsConfig config, Refusals refusals, SecurityIdentity identity) {
        this.limit = new RateLimit(config.requestsPerSecond(), config.requestsBurst());
        this.refusals = refusals;
        this.identity = identity;
    }

    @ServerRequestFilter
    void filter() {
        if (identity.isAnonymous()) {
            return;
        }
        limit.take(Caller.of(identity).subject(), System.nanoTime())
                .ifPresent(wait -> {
                    refusals.count("rate");
                    throw new ProblemException(
                            ProblemCode.RATE_LIMITED,
                            "This client sends more requests than it may; slow down.",
                            wait);
                });
    }
}
