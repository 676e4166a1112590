package dev.orderstream.localstack.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// What an HTTP request gets: a status, headers and a body, or a connection dropped without a word.
public record Answer(int status, Map<String, String> headers, Body body) {

    /// Writes itself; a negative length means that it is not known before.
    public interface Body {
        void writeTo(OutputStream out) throws IOException;

        default long length() {
            return -1;
        }
    }

    private record Bytes(byte[] bytes) implements Body {
        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(bytes);
        }

        @Override
        public long length() {
            return bytes.length;
        }
    }

    private static final int DROP = -1;
    private static final String CONTENT_TYPE = "Content-Type";

    /// Closes the connection without an answer.
    public static Answer dropped() {
        return new Answer(DROP, Map.of(), new Bytes(new byte[0]));
    }

    public static Answer json(int status, byte[] json) {
        return new Answer(status, Map.of(CONTENT_TYPE, "application/json"), new Bytes(json));
    }

    public static Answer stream(String contentType, Body body) {
        return new Answer(200, Map.of(CONTENT_TYPE, contentType), body);
    }

    public static Answer bytes(String contentType, byte[] bytes) {
        return new Answer(200, Map.of(CONTENT_TYPE, contentType), new Bytes(bytes));
    }

    public static Answer text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text);
    }

    public static Answer html(int status, String html) {
        return of(status, "text/html; charset=utf-8", html);
    }

    public static Answer seeOther(String location) {
        return new Answer(303, Map.of("Location", location), new Bytes(new byte[0]));
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), new Bytes(new byte[0]));
    }

    private static Answer of(int status, String contentType, String text) {
        return new Answer(
                status,
                Map.of(CONTENT_TYPE, contentType),
                new Bytes(text.getBytes(StandardCharsets.UTF_8)));
    }

    public Answer with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }

    public Answer with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return new Answer(status, all, body);
    }

    boolean isDropped() {
        return status == DROP;
    }
}
