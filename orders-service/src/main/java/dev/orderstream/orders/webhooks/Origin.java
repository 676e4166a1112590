package dev.orderstream.orders.webhooks;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// Scheme, host and port of a URL (RFC 6454); two are the same when all three are.
///
/// @param host in lower case; an IPv6 address stands in brackets
record Origin(String scheme, String host, int port) {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /// The origin of a URL that has nothing in it that is not for receivers: no user, no fragment.
    static Optional<Origin> of(URI url) {
        String scheme = url.getScheme();
        String host = url.getHost();
        if (scheme == null
                || host == null
                || url.getRawUserInfo() != null
                || url.getRawFragment() != null) {
            return Optional.empty();
        }
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "http" -> Optional.of(of("http", url, host, HTTP_PORT));
            case "https" -> Optional.of(of("https", url, host, HTTPS_PORT));
            default -> Optional.empty();
        };
    }

    /// The origin that this text is and no more than that.
    static Optional<Origin> parse(String text) {
        return url(text)
                .filter(url -> url.getRawPath().isEmpty() && url.getRawQuery() == null)
                .flatMap(Origin::of);
    }

    /// The URL that this text is, if it is one as RFC 2396 has it.
    static Optional<URI> url(String text) {
        try {
            return Optional.of(new URI(text)).filter(url -> !url.isOpaque());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Origin of(String scheme, URI url, String host, int defaultPort) {
        int port = url.getPort() == -1 ? defaultPort : url.getPort();
        return new Origin(scheme, host.toLowerCase(Locale.ROOT), port);
    }
}
