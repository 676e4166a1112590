package dev.orderstream.orders.webhooks;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Makes one signed call (Standard Webhooks 1.0.0) and takes nothing from the answer but its
/// status: no redirect, no wait, no body.
@ApplicationScoped
class Sender {

    private static final Logger LOG = Logger.getLogger(Sender.class);

    private static final String TIMEOUT = "timeout";
    private static final String BROKEN = "broken";

    private final HttpClient http;
    private final Duration timeout;
    private final Clock clock;

    Sender(WebhooksConfig config, Clock clock) {
        this.timeout = config.timeout();
        this.clock = clock;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(timeout)
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    /// Sends a message, signed at this moment.
    ///
    /// @param secrets each of them signs
    Answer send(URI url, String id, List<Secret> secrets, byte[] body) {
        long now = clock.instant().getEpochSecond();
        String signatures =
                secrets.stream()
                        .map(secret -> secret.sign(id, now, body))
                        .collect(Collectors.joining(" "));
        return call(
                HttpRequest.newBuilder(url)
                        .header("Content-Type", "application/json")
                        .header("User-Agent", "Orderstream-Webhooks/1")
                        .header("webhook-id", id)
                        .header("webhook-timestamp", Long.toString(now))
                        .header("webhook-signature", signatures)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build());
    }

    /// The bound is on the whole exchange, which the client's own time-out is not.
    private Answer call(HttpRequest request) {
        AtomicInteger status = new AtomicInteger();
        CompletableFuture<HttpResponse<Void>> exchange =
                http.sendAsync(
                        request,
                        answer -> {
                            status.set(answer.statusCode());
                            return new Discarding();
                        });
        try {
            var _ = exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            boolean _ = exchange.cancel(true);
            return answer(status.get(), () -> TIMEOUT);
        } catch (ExecutionException e) {
            return answer(status.get(), () -> problem(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return answer(status.get(), () -> "interrupted");
        }
        return new Answer.Status(status.get());
    }

    /// A status that came counts, whatever became of the answer after it.
    private static Answer answer(int status, Supplier<String> problem) {
        return status == 0 ? new Answer.None(problem.get()) : new Answer.Status(status);
    }

    private static String problem(@Nullable Throwable failure) {
        return switch (failure) {
            case HttpTimeoutException _ -> TIMEOUT;
            case ConnectException e when e.getCause() instanceof UnresolvedAddressException ->
                    "unknown-host";
            case ConnectException _ -> "refused";
            case SSLException _ -> "tls";
            case IOException _ -> BROKEN;
            // The client throws others too at answers that are no HTTP. Whose fault it is makes no
            // difference: the attempt failed, and the schedule has to know.
            case null, default -> {
                LOG.warn("a webhook's call failed in a way that is not known", failure);
                yield BROKEN;
            }
        };
    }
}
