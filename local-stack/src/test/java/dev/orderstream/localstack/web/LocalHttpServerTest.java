package dev.orderstream.localstack.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// HTTP as bytes on a socket.
class LocalHttpServerTest {

    LocalHttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = LocalHttpServer.bind("127.0.0.1", 0);
        server.serve(LocalHttpServerTest::echo);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void itsPortIsFreeAsSoonAsItIsClosed() throws IOException {
        int port = server.port();

        for (int i = 0; i < 200; i++) {
            server.close();
            server = LocalHttpServer.bind("127.0.0.1", port);
            server.serve(LocalHttpServerTest::echo);
        }

        assertThat(send("GET /b HTTP/1.1\r\nConnection: close\r\n\r\n")).contains("GET /b");
    }

    @Test
    void aConnectionCarriesSeveralRequests() throws IOException {
        String answer =
                send(
                        "POST /a?x=1 HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc"
                                + "GET /b HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");

        assertThat(answer).contains("POST /a {x=1} abc", "GET /b {} ", "Connection: close");
    }

    @Test
    void aBodyMayComeInChunks() throws IOException {
        String answer =
                send(
                        "POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                                + "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nTrailer: t\r\n\r\n");

        assertThat(answer).contains("POST /a {} abcde");
    }

    @Test
    void anAnswerOfUnknownLengthComesInChunks() throws IOException {
        String answer = send("GET /stream HTTP/1.1\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .contains("Transfer-Encoding: chunked")
                .endsWith("5\r\nhello\r\n0\r\n\r\n");
    }

    @Test
    void aHeadRequestGetsNoBody() throws IOException {
        assertThat(send("HEAD /a HTTP/1.1\r\nConnection: close\r\n\r\n"))
                .contains("Content-Length: 11")
                .endsWith("\r\n\r\n");
    }

    @Test
    void anAnswerCannotBeSplitByAHeader() throws IOException {
        assertThat(send("GET /a HTTP/1.1\r\nX-Echo: ok\r\nConnection: close\r\n\r\n"))
                .contains("X-Echo: a  Set-Cookie: b\r\n");
    }

    @Test
    void aFailingHandlerAnswers500AndSaysNothing() throws IOException {
        assertThat(send("GET /fail HTTP/1.1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 500")
                .doesNotContain("secret");
    }

    @Test
    void aDroppedConnectionIsReset() {
        assertThatThrownBy(() -> send("GET /drop HTTP/1.1\r\n\r\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("reset");
    }

    @ParameterizedTest
    @CsvSource({
        "GARBAGE, 400",
        "GET / SPDY/3, 400",
        "GET /%zz HTTP/1.1, 400",
        "GET /?a=%zz HTTP/1.1, 400",
        "POST / HTTP/1.1|Content-Length: x, 400",
        "POST / HTTP/1.1|Content-Length: -1, 413",
        "POST / HTTP/1.1|Content-Length: 99999999, 413",
        "POST / HTTP/1.1|Content-Length: 1|Content-Length: 2, 400",
        "POST / HTTP/1.1|Content-Length: 1|Transfer-Encoding: chunked, 400",
        "GET / HTTP/1.1|no colon, 400",
    })
    void whatIsMalformedIsRefused(String request, int status) throws IOException {
        assertThat(send(request.replace("|", "\r\n") + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 " + status);
    }

    @Test
    void anEndlessLineIsRefused() throws IOException {
        assertThat(send("GET /" + "a".repeat(8200) + " HTTP/1.1\r\n\r\n"))
                .startsWith("HTTP/1.1 431");
    }

    @Test
    void aTakenPortIsNamed() {
        assertThatThrownBy(() -> LocalHttpServer.bind("127.0.0.1", server.port()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("127.0.0.1:" + server.port());
    }

    private static Answer echo(Request request) {
        return switch (request.path()) {
            case "/stream" ->
                    Answer.stream(
                            "text/plain",
                            out -> out.write("hello".getBytes(StandardCharsets.UTF_8)));
            case "/fail" -> throw new IllegalStateException("secret");
            case "/drop" -> Answer.dropped();
            default ->
                    Answer.text(
                                    200,
                                    request.method()
                                            + " "
                                            + request.path()
                                            + " "
                                            + request.query()
                                            + " "
                                            + new String(request.body(), StandardCharsets.UTF_8))
                            .with("X-Echo", "a\r\nSet-Cookie: b");
        };
    }

    private String send(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
