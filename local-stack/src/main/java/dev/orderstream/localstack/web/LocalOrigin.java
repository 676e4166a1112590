package dev.orderstream.localstack.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells this machine's own programs and pages from those that a foreign web page makes a browser
/// send.
final class LocalOrigin {

    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> OWN_SITES = Set.of("none", "same-origin", "same-site");
    private static final String HTTP = "http://";

    private LocalOrigin() {}

    /// A foreign name that resolves to this machine (DNS rebinding) is not local.
    static boolean isLocalHost(@Nullable String host) {
        if (host == null) {
            return false;
        }
        int port = host.lastIndexOf(':');
        String name = port > host.lastIndexOf(']') ? host.substring(0, port) : host;
        return LOCAL_NAMES.contains(name);
    }

    /// @param site the header `Sec-Fetch-Site`, which only browsers send
    static boolean isOwn(@Nullable String site, @Nullable String origin) {
        if (site != null) {
            return OWN_SITES.contains(site);
        }
        return origin == null
                || (origin.startsWith(HTTP) && isLocalHost(origin.substring(HTTP.length())));
    }
}
