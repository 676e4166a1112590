package dev.orderstream.localstack.web;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/// Writes the answers of one connection (RFC 9112).
final class AnswerWriter {

    private static final int CHUNK_BYTES = 16 * 1024;
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    /// The header, which changes once a second.
    private record Date(long second, String header) {
        static Date at(Instant now) {
            String text = DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC));
            return new Date(now.getEpochSecond(), "Date: " + text + "\r\n");
        }
    }

    private final OutputStream out;
    private Date date = Date.at(Instant.EPOCH);

    AnswerWriter(OutputStream out) {
        this.out = out;
    }

    /// @param bare whether the body is left out (HEAD)
    void write(Answer answer, boolean bare, boolean last) throws IOException {
        StringBuilder head = new StringBuilder(512).append("HTTP/1.1 ").append(answer.status());
        head.append(' ').append(reason(answer.status())).append("\r\n").append(date());
        for (Map.Entry<String, String> header : answer.headers().entrySet()) {
            head.append(header.getKey()).append(": ").append(clean(header.getValue()));
            head.append("\r\n");
        }
        head.append("X-Content-Type-Options: nosniff\r\n");
        if (last) {
            head.append("Connection: close\r\n");
        }
        long length = answer.body().length();
        head.append(length < 0 ? "Transfer-Encoding: chunked" : "Content-Length: " + length);
        byte[] headBytes = head.append("\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8);
        if (bare || length < 0) {
            out.write(headBytes);
            if (!bare) {
                chunked(answer.body());
            }
        } else {
            whole(headBytes, answer.body(), (int) length);
        }
    }

    /// Head and body in one system call.
    private void whole(byte[] head, Answer.Body body, int length) throws IOException {
        BufferedOutputStream together = new BufferedOutputStream(out, head.length + length + 1);
        together.write(head);
        body.writeTo(together);
        together.flush();
    }

    private void chunked(Answer.Body body) throws IOException {
        OutputStream chunks =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        write(new byte[] {(byte) b}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) throws IOException {
                        String size = Integer.toHexString(length) + "\r\n";
                        out.write(size.getBytes(StandardCharsets.ISO_8859_1));
                        out.write(bytes, from, length);
                        out.write(LAST_CHUNK, 1, 2);
                    }
                };
        try (OutputStream buffered = new BufferedOutputStream(chunks, CHUNK_BYTES)) {
            body.writeTo(buffered);
        }
        out.write(LAST_CHUNK);
    }

    private String date() {
        Instant now = Clock.systemUTC().instant();
        if (now.getEpochSecond() != date.second()) {
            date = Date.at(now);
        }
        return date.header();
    }

    /// No value ever starts a header of its own.
    private static String clean(String value) {
        return value.indexOf('\r') < 0 && value.indexOf('\n') < 0
                ? value
                : value.replace('\r', ' ').replace('\n', ' ');
    }

    private static String reason(int status) {
        return switch (status / 100) {
            case 2 -> "OK";
            case 3 -> "See Other";
            case 4 -> "Refused";
            default -> "Failed";
        };
    }
}
