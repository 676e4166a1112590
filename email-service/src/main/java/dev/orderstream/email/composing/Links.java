package dev.orderstream.email.composing;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/// Where a mail may lead: absolute addresses of the web, and nothing else.
@ApplicationScoped
class Links {

    private static final Set<String> WEB = Set.of("http", "https");

    private final String storefront;

    /// @throws IllegalArgumentException when the storefront's address is not one of the web
    Links(ComposingConfig config) {
        this.storefront = config.storefrontUrl();
        if (!leadsToTheWeb(storefront) || storefront.endsWith("/")) {
            throw new IllegalArgumentException(
                    "email.storefront-url must be an absolute http or https address"
                            + " without a slash at its end");
        }
    }

    /// The order's page at the storefront.
    String order(UUID orderId) {
        return storefront + "/orders/" + orderId;
    }

    /// An address that somebody else gave us; the order's page when it leads anywhere but to the
    /// web.
    String given(String url, UUID orderId) {
        return leadsToTheWeb(url) ? url : order(orderId);
    }

    private static boolean leadsToTheWeb(String url) {
        try {
            URI uri = new URI(url);
            String scheme = uri.getScheme();
            return scheme != null
                    && WEB.contains(scheme.toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
