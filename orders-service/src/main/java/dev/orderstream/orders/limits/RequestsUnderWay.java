package dev.orderstream.orders.limits;

import dev.orderstream.orders.problems.ProblemAnswers;
import dev.orderstream.orders.problems.ProblemCode;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Answers 503 at once when too many requests wait already: before a thread, a connection of the
/// pool or a transaction is taken, so that those that were accepted finish in time.
///
/// A request holds its place until its answer begins, and so a stream does not hold one.
@ApplicationScoped
class RequestsUnderWay {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ProblemAnswers answers;
    private final Refusals refusals;
    private final int max;
    private final AtomicInteger underWay = new AtomicInteger();

    RequestsUnderWay(ProblemAnswers answers, Refusals refusals, LimitsConfig config) {
        this.answers = answers;
        this.refusals = refusals;
        this.max = config.underWayMax();
    }

    void register(@Observes Router router) {
        for (String api : List.of("/orders*", "/webhook*")) {
            router.route(api)
                    .order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 2)
                    .handler(this::admit);
        }
    }

    int count() {
        return underWay.get();
    }

    private void admit(RoutingContext context) {
        if (underWay.incrementAndGet() > max) {
            underWay.decrementAndGet();
            refusals.count("under-way");
            answers.end(
                    context,
                    ProblemCode.TEMPORARILY_UNAVAILABLE,
                    "Too many requests are under way. Try again, with the same Idempotency-Key.",
                    RETRY_AFTER);
            return;
        }
        AtomicBoolean left = new AtomicBoolean();
        context.addHeadersEndHandler(_ -> leave(left));
        // A client that went away gets no answer.
        context.addEndHandler(_ -> leave(left));
        context.next();
    }

    private void leave(AtomicBoolean left) {
        if (left.compareAndSet(false, true)) {
            underWay.decrementAndGet();
        }
    }
}
