package dev.orderstream.orders.problems;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Refuses bodies that are too large: at once by their declared length, else when they turn out so.
@ApplicationScoped
public class BodyLimit {

    /// The framework's own limit is the same: it ends whatever goes on beyond.
    private static final long DRAINED_BYTES_MAX = 16L * 1024 * 1024;

    private final ProblemAnswers answers;
    private final int bytesMax;

    BodyLimit(
            ProblemAnswers answers, @ConfigProperty(name = "orders.body-max") MemorySize bodyMax) {
        this.answers = answers;
        this.bytesMax = Math.toIntExact(bodyMax.asLongValue());
    }

    /// All bytes of a body.
    ///
    /// @throws ProblemException when there are more than the limit, or they do not come
    public byte[] read(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(bytesMax + 1);
            if (bytes.length > bytesMax) {
                long unused = body.transferTo(OutputStream.nullOutputStream());
                throw new ProblemException(ProblemCode.BODY_TOO_LARGE, detail());
            }
            return bytes;
        } catch (IOException e) {
            // The client left in the middle, or its chunks are none: nobody's fault here.
            throw new ProblemException(
                    ProblemCode.BAD_REQUEST, "The body broke off before its end.");
        }
    }

    void register(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(this::check);
    }

    private void check(RoutingContext context) {
        long length = declaredLength(context);
        if (length <= bytesMax) {
            context.next();
        } else if (length <= DRAINED_BYTES_MAX && !waitsForConsent(context)) {
            // Whoever is still sending would see a broken connection and not the answer.
            context.request().endHandler(end -> refuse(context)).resume();
        } else {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            refuse(context);
        }
    }

    private void refuse(RoutingContext context) {
        answers.end(context, ProblemCode.BODY_TOO_LARGE, detail());
    }

    private static boolean waitsForConsent(RoutingContext context) {
        return context.request().headers().contains(HttpHeaders.EXPECT);
    }

    private static long declaredLength(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private String detail() {
        return "A body may have at most " + bytesMax + " bytes.";
    }
}
