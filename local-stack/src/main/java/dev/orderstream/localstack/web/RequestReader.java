package dev.orderstream.localstack.web;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the requests of one connection (RFC 9112).
final class RequestReader {

    private static final int LINE_CHARS_MAX = 8 * 1024;
    private static final int HEADERS_MAX = 100;
    private static final int BODY_BYTES_MAX = 1 << 20;
    private static final byte[] CONTINUE =
            "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    private final HttpInput in;
    private final OutputStream out;
    private final InetAddress client;

    RequestReader(HttpInput in, OutputStream out, InetAddress client) {
        this.in = in;
        this.out = out;
        this.client = client;
    }

    /// Null where the client has gone.
    @Nullable Request next() throws IOException {
        String line = in.line(LINE_CHARS_MAX);
        if (line != null && line.isEmpty()) {
            line = in.line(LINE_CHARS_MAX);
        }
        if (line == null) {
            return null;
        }
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
            throw new RequestRefused(400, "Malformed request line");
        }
        Map<String, String> headers = headers();
        byte[] body = body(headers);
        return Request.of(parts[0], parts[1], parts[2], headers, body, client);
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        String line = in.line(LINE_CHARS_MAX);
        for (int i = 0; line != null && !line.isEmpty(); i++) {
            int colon = line.indexOf(':');
            if (colon <= 0 || i == HEADERS_MAX) {
                throw new RequestRefused(400, "Malformed headers");
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            String earlier = headers.putIfAbsent(name, line.substring(colon + 1).strip());
            if (earlier != null && name.equals("content-length")) {
                throw new RequestRefused(400, "Two lengths");
            }
            line = in.line(LINE_CHARS_MAX);
        }
        if (line == null) {
            throw new EOFException("The headers ended early");
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        String length = headers.get("content-length");
        String encoding = headers.get("transfer-encoding");
        if (length == null && encoding == null) {
            return new byte[0];
        }
        if (length != null && encoding != null) {
            throw new RequestRefused(400, "Two lengths");
        }
        if ("100-continue".equalsIgnoreCase(headers.get("expect"))) {
            out.write(CONTINUE);
        }
        return length == null ? in.chunks(BODY_BYTES_MAX) : in.bytes(number(length));
    }

    private static int number(String length) {
        try {
            long number = Long.parseLong(length);
            if (number >= 0 && number <= BODY_BYTES_MAX) {
                return (int) number;
            }
        } catch (NumberFormatException e) {
            throw new RequestRefused(400, "Malformed length");
        }
        throw new RequestRefused(413, "The body is larger than " + BODY_BYTES_MAX + " bytes");
    }
}
