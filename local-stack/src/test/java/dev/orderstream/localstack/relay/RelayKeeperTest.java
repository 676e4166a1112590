package dev.orderstream.localstack.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
