package dev.orderstream.orders.testing;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// HTTP byte by byte, as no client library would send it.
public final class RawHttp {

    private static final int TIMEOUT_MS = 20_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3}) .*");
    private static final String INTERIM = "HTTP/1.1 100";
    private static final String HEAD_END = "\r\n\r\n";

    private RawHttp() {}

    /// What came back; a server may cut the connection of whoever does not speak HTTP.
    ///
    /// @param status 0 when nothing came
    public record Answer(int status, String body) {}

    /// A request without a body; the path goes on the wire as it is.
    public static Answer get(String path, String token) {
        String authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
        String request =
                "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n%s\r\n"
                        .formatted(path, authorization);
        return exchange(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Sends these bytes and reads until the connection is closed.
    public static Answer exchange(byte[] request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(TIMEOUT_MS);
            socket.getOutputStream().write(request);
            byte[] answer = socket.getInputStream().readAllBytes();
            return answer(new String(answer, StandardCharsets.UTF_8));
        } catch (SocketException e) {
            return new Answer(0, "");
        } catch (IOException e) {
            throw new IllegalStateException(
                    "no answer to " + new String(request, StandardCharsets.ISO_8859_1), e);
        }
    }

    /// Sends these bytes, waits for what is to happen and hangs up, without reading a byte.
    public static void hangUp(byte[] request, Runnable before) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.getOutputStream().write(request);
            before.run();
            // Closing resets the connection at once; what was on its way is thrown away.
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(String text) {
        int end = text.indexOf(HEAD_END);
        String rest = end < 0 ? "" : text.substring(end + HEAD_END.length());
        if (text.startsWith(INTERIM)) {
            return answer(rest);
        }
        Matcher head = STATUS.matcher(text.lines().findFirst().orElse(""));
        return head.matches()
                ? new Answer(Integer.parseInt(head.group(1)), rest)
                : new Answer(0, text);
    }
}
