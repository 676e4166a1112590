package dev.orderstream.localstack.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A Connect that has no connectors yet and refuses one of the wanted.
@SuppressWarnings("NullAway.Init")
class RelayKeeperTest {

    private static final String REFUSED = "b-refused";

    @TempDir private Path files;

    private final List<String> registered = new CopyOnWriteArrayList<>();
    private final List<String> told = new ArrayList<>();
    private HttpServer connect;
    private RelayKeeper keeper;

    @BeforeEach
    void start() throws IOException {
        connect = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        connect.createContext("/connectors", this::answer);
        connect.start();
        keeper =
                new RelayKeeper(
                        new ConnectApi("http://127.0.0.1:" + connect.getAddress().getPort()),
                        files,
                        told::add);
    }

    @AfterEach
    void stop() {
        connect.stop(0);
    }

    @Test
    void aConnectorThatIsRefusedKeepsNoOtherFromBeingRegistered() throws Exception {
        for (var name : List.of("a-good", REFUSED, "c-good")) {
            Files.writeString(files.resolve(name + ".json"), "{}");
        }

        assertThat(keeper.round()).isFalse();

        assertThat(registered).containsExactly("a-good", "c-good");
        assertThat(keeper.connected()).isTrue();
        assertThat(told)
                .filteredOn(message -> message.startsWith(REFUSED))
                .singleElement()
                .satisfies(message -> assertThat(message).contains("400"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ \"tasks.max\": ", "[]", ""})
    void aFileThatIsNoConnectorKeepsNoOtherFromBeingRegistered(String content) throws Exception {
        Files.writeString(files.resolve("a-good.json"), "{}");
        Files.writeString(files.resolve("b-broken.json"), content);
        Files.writeString(files.resolve("c-good.json"), "{}");

        assertThat(keeper.round()).isFalse();

        assertThat(registered).containsExactly("a-good", "c-good");
        assertThat(told)
                .filteredOn(message -> message.startsWith("b-broken"))
                .singleElement()
                .satisfies(message -> assertThat(message).contains("b-broken.json is not"));
    }

    /// One with a bug, say.
    @Test
    void aRoundWithAFaultIsNotTheLast() throws Exception {
        List<String> faults = new CopyOnWriteArrayList<>();
        var rounds = new AtomicInteger();
        var keeping =
                Thread.ofVirtual()
                        .start(() ->
                                Rounds.repeat(
                                        () -> {
                                            if (rounds.incrementAndGet() == 2) {
                                                throw new IllegalStateException("odd");
                                            }
                                            return Duration.ZERO;
                                        },
                                        faults::add));

        await().atMost(Duration.ofSeconds(60)).until(() -> rounds.get() > 2);
        keeping.interrupt();

        assertThat(keeping.join(Duration.ofSeconds(60))).isTrue();
        assertThat(faults).singleElement().asString().contains("odd");
    }

    private void answer(HttpExchange exchange) throws IOException {
        var put = exchange.getRequestMethod().equals("PUT");
        var name = put ? exchange.getRequestURI().getPath().split("/")[2] : "";
        var refused = name.equals(REFUSED);
        if (put && !refused) {
            registered.add(name);
        }
        var body = "{}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(refused ? 400 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
