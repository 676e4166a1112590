package dev.orderstream.localstack.web;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One HTTP request as the handlers see it.
public final class Request {

    private final String method;
    private final String path;
    private final String rawQuery;
    private final boolean last;
    private final Map<String, String> headers;
    private final byte[] body;
    private final InetAddress client;

    private Request(
            String method,
            URI target,
            boolean last,
            Map<String, String> headers,
            byte[] body,
            InetAddress client) {
        this.method = method;
        this.path = target.getPath() == null ? "/" : target.getPath();
        this.rawQuery = target.getRawQuery() == null ? "" : target.getRawQuery();
        this.last = last;
        this.headers = headers;
        this.body = body;
        this.client = client;
    }

    /// @param headers by names in lower case
    static Request of(
            String method,
            String target,
            String version,
            Map<String, String> headers,
            byte[] body,
            InetAddress client) {
        boolean last =
                "close".equalsIgnoreCase(headers.get("connection")) || version.equals("HTTP/1.0");
        try {
            return new Request(method, new URI(escaped(target)), last, headers, body, client);
        } catch (URISyntaxException e) {
            throw new RequestRefused(400, "Malformed address");
        }
    }

    /// Clients send the brackets of `expand[]` as they are.
    private static String escaped(String target) {
        return target.indexOf('[') < 0 ? target : target.replace("[", "%5B").replace("]", "%5D");
    }

    public String method() {
        return method;
    }

    public boolean is(String name) {
        return method.equals(name);
    }

    public String path() {
        return path;
    }

    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    public Map<String, String> query() {
        return FormText.parse(rawQuery);
    }

    /// A number of the query, or the fallback where it is absent; 400 where it is no number in the
    /// range.
    public long queryNumber(String name, long fallback, long min, long max) {
        String text = query().get(name);
        if (text == null || text.isEmpty()) {
            return fallback;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // answered below, like a number out of range
        }
        throw new RequestRefused(400, name + " must be a number from " + min + " to " + max);
    }

    public byte[] body() {
        return body;
    }

    boolean isLast() {
        return last;
    }

    /// Refuses other machines, and whatever a foreign page makes a browser change.
    public void requireLocal() {
        if (!client.isLoopbackAddress() || !LocalOrigin.isLocalHost(header("Host"))) {
            throw new RequestRefused(403, "Only from this machine");
        }
        boolean reads = is("GET") || is("HEAD");
        if (!reads && !LocalOrigin.isOwn(header("Sec-Fetch-Site"), header("Origin"))) {
            throw new RequestRefused(403, "Not from another site");
        }
    }
}
