package dev.orderstream.orders.problems;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Refuses what is no proper request before a resource is looked for.
@ApplicationScoped
class EarlyRefusals {

    private static final int BAD_REQUEST = 400;

    /// Health and metrics, which HTTP/1.0 probes ask for without a host.
    private static final String MANAGEMENT = "/q/";

    private final ProblemAnswers answers;

    EarlyRefusals(ProblemAnswers answers) {
        this.answers = answers;
    }

    void register(@Observes Router router) {
        router.route()
                .order(Integer.MIN_VALUE)
                .handler(this::requireHost)
                .failureHandler(this::explain);
    }

    /// Without one a request has no address, which answers tell and links begin with.
    private void requireHost(RoutingContext context) {
        if (context.request().authority() == null
                && !context.request().path().startsWith(MANAGEMENT)) {
            refuse(context);
        } else {
            context.next();
        }
    }

    /// The web server itself knows a status only.
    private void explain(RoutingContext context) {
        if (context.statusCode() == BAD_REQUEST && !context.response().headWritten()) {
            refuse(context);
        } else {
            context.next();
        }
    }

    private void refuse(RoutingContext context) {
        answers.end(
                context,
                ProblemCode.BAD_REQUEST,
                "The path or the Host header is missing or malformed.");
    }
}
