package dev.orderstream.orders.problems;

import dev.orderstream.orders.testing.Bodies;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;

/// Generates requests that nobody honest would send; the same seed generates the same.
final class HostileRequests {

    private static final List<String> METHODS =
            List.of(
                    "GET", "POST", "POST", "POST", "POST", "PUT", "DELETE", "HEAD", "OPTIONS",
                    "BREW");

    private static final String ORDER = "/orders/018f0000-0000-7000-8000-000000000000";

    private static final List<String> PATHS =
            List.of(
                    "/orders",
                    ORDER,
                    ORDER + "/timeline",
                    ORDER + "/events",
                    ORDER + "/cancellation",
                    "//orders",
                    "/orders;x=1",
                    "/orders%2F..%2F",
                    "/orders/%00",
                    "/orders/%",
                    "/orders/%zz",
                    "/orders/' OR 1=1--",
                    "/orders?limit=99999999999999999999",
                    "/orders?cursor=%FF%FE",
                    "/orders?status=%27&status=PAID",
                    "/orders?placedAfter=-999999999-01-01T00:00:00Z",
                    "/orders?placedBefore=%2B999999999-12-31T23:59:59Z",
                    "/orders?limit=1&limit=2&&&=",
                    "/problems/%3Cscript%3E",
                    "/../../etc/passwd",
                    "/" + "a".repeat(3_000));

    private static final List<String> TYPES =
            List.of(
                    "application/json",
                    "application/json",
                    "application/json;charset=utf-16",
                    "application/json; charset=\"",
                    "text/plain",
                    "multipart/form-data; boundary=x",
                    "*/*",
                    "/",
                    "application/x-www-form-urlencoded");

    private static final List<String> HEADERS =
            List.of(
                    "Accept: */*",
                    "Accept: application/json;q=x",
                    "Accept: text/event-stream",
                    "Accept: ,;,",
                    "Accept-Encoding: gzip, \u0001",
                    "Content-Encoding: gzip",
                    "If-None-Match: \"",
                    "If-None-Match: W/\"a\", *",
                    "Last-Event-ID: AAAAAAAAAAA",
                    "Last-Event-ID: \u00ff\u00fe",
                    "Range: bytes=0-0,-1",
                    "X-Forwarded-For: ' OR ''='",
                    "traceparent: 00-zz",
                    "Expect: 100-continue",
                    "Cookie: a=\"b; c",
                    "X-Long: " + "y".repeat(9_000));

    private static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "-1",
                    "0.5",
                    "1e400",
                    "9".repeat(90),
                    "9".repeat(400),
                    "\"\"",
                    "\"\\u0000\"",
                    "\"\\ud800\"",
                    "\"'; DROP TABLE customer_order;--\"",
                    "\"${jndi:ldap://x}\"",
                    "\"" + "z".repeat(5_000) + "\"",
                    "[]",
                    "[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]",
                    "{\"a\":{\"a\":1}}",
                    "NaN",
                    "\u202e",
                    "{");

    private static final List<BiFunction<Random, byte[], byte[]>> SPOILERS =
            List.of(
                    HostileRequests::replaceValue,
                    HostileRequests::replaceValue,
                    HostileRequests::flipBytes,
                    HostileRequests::cut,
                    HostileRequests::repeat,
                    (random, body) -> body);

    private final Random random;

    HostileRequests(long seed) {
        this.random = new Random(seed);
    }

    /// The bytes of one request, as they go on the wire.
    byte[] next(String token) {
        byte[] body = spoiled();
        StringBuilder head = new StringBuilder();
        head.append(any(METHODS)).append(' ').append(path()).append(" HTTP/1.1\r\n");
        head.append("Host: 127.0.0.1\r\nConnection: close\r\n");
        head.append("Authorization: Bearer ").append(token(token)).append("\r\n");
        head.append("Idempotency-Key: ").append(key()).append("\r\n");
        head.append("Content-Type: ").append(any(TYPES)).append("\r\n");
        head.append("Content-Length: ").append(body.length).append("\r\n");
        for (int i = random.nextInt(3); i > 0; i--) {
            head.append(any(HEADERS)).append("\r\n");
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private String path() {
        return random.nextInt(3) == 0 ? any(PATHS) : "/orders";
    }

    private String token(String token) {
        return switch (random.nextInt(12)) {
            case 0 -> token.substring(0, random.nextInt(token.length()));
            case 1 -> "\u00e4\u00f6" + token;
            default -> token;
        };
    }

    private String key() {
        return switch (random.nextInt(8)) {
            case 0 -> "k".repeat(random.nextInt(400));
            case 1 -> "a b\tc";
            case 2 -> "\u00ff";
            default -> "key-" + random.nextInt(2_000);
        };
    }

    private byte[] spoiled() {
        byte[] body = Bodies.good().getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(3); i >= 0; i--) {
            body = any(SPOILERS).apply(random, body);
        }
        return body;
    }

    private static byte[] replaceValue(Random random, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        int colon = text.indexOf(':', random.nextInt(Math.max(1, text.length())));
        if (colon < 0) {
            return body;
        }
        int end = colon + 1;
        while (end < text.length() && ",}]".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String value = VALUES.get(random.nextInt(VALUES.size()));
        return (text.substring(0, colon + 1) + value + text.substring(end))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] flipBytes(Random random, byte[] body) {
        byte[] flipped = body.clone();
        for (int i = 0; i < 3 && flipped.length > 0; i++) {
            flipped[random.nextInt(flipped.length)] = (byte) random.nextInt();
        }
        return flipped;
    }

    private static byte[] cut(Random random, byte[] body) {
        return java.util.Arrays.copyOf(body, random.nextInt(body.length + 1));
    }

    private static byte[] repeat(Random random, byte[] body) {
        return body.length > 5_000
                ? body
                : new String(body, StandardCharsets.ISO_8859_1)
                        .repeat(1 + random.nextInt(20))
                        .getBytes(StandardCharsets.ISO_8859_1);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
