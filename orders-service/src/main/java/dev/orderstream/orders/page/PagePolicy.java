package dev.orderstream.orders.page;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// What the page may do in a browser: load its own files, and talk to its own API and to where
/// customers sign in. Nothing from other hosts, nothing inline, no frame around it.
final class PagePolicy {

    private PagePolicy() {}

    static Map<String, String> headers(Optional<URI> signInUrl) {
        return Map.of(
                "Content-Security-Policy",
                contentSecurityPolicy(signInUrl.map(PagePolicy::origin).orElse("")),
                "Cross-Origin-Opener-Policy",
                "same-origin",
                "Referrer-Policy",
                "no-referrer",
                "X-Content-Type-Options",
                "nosniff",
                "Cache-Control",
                "no-cache");
    }

    private static String contentSecurityPolicy(String signIn) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self'",
                ("connect-src 'self' " + signIn).strip(),
                "base-uri 'none'",
                "form-action 'none'",
                "frame-ancestors 'none'",
                "require-trusted-types-for 'script'");
    }

    /// @throws IllegalArgumentException when it is not an address of the web
    private static String origin(URI url) {
        boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!web || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "orders.page.sign-in-url must be an absolute http or https address");
        }
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return url.getScheme() + "://" + url.getHost() + port;
    }
}
