package dev.orderstream.orders.webhooks;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Where webhooks may go: only to origins that whoever runs the service has named.
@Startup
@ApplicationScoped
class AllowedOrigins {

    private final Set<Origin> origins;

    AllowedOrigins(WebhooksConfig config) {
        this.origins = parse(config.allowedOrigins().orElse(List.of()));
    }

    boolean allow(URI url) {
        return Origin.of(url).filter(origins::contains).isPresent();
    }

    /// A setting that is no origin stops the start: it would allow something else than was meant.
    static Set<Origin> parse(List<String> texts) {
        return texts.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text ->
                        Origin.parse(text)
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                "orders.webhooks.allowed-origins: not an origin: "
                                                        + text)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
