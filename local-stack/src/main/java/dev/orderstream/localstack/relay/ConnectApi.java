package dev.orderstream.localstack.relay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// Kafka Connect's REST API, as far as the relay needs it.
public final class ConnectApi {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String url;

    public ConnectApi(String url) {
        this.url = url;
    }

    /// Every connector with its configuration and status. The API itself answers only when the
    /// worker has its group.
    public Map<String, Connector> connectors() throws IOException {
        var connectors = new LinkedHashMap<String, Connector>();
        var answer = send(request("/connectors?expand=status&expand=info").GET());
        for (var entry : answer.properties()) {
            connectors.put(entry.getKey(), Connector.of(entry.getKey(), entry.getValue()));
        }
        return connectors;
    }

    void configure(String connector, ObjectNode config) throws IOException {
        var body = HttpRequest.BodyPublishers.ofString(config.toString());
        send(
                request("/connectors/" + connector + "/config")
                        .header("Content-Type", "application/json")
                        .PUT(body));
    }

    void restartFailed(String connector) throws IOException {
        send(
                request("/connectors/" + connector + "/restart?includeTasks=true&onlyFailed=true")
                        .POST(HttpRequest.BodyPublishers.noBody()));
    }

    /// Ends the connector's tasks; it stays registered.
    void stop(String connector) throws IOException {
        put("/connectors/" + connector + "/stop");
    }

    void resume(String connector) throws IOException {
        put("/connectors/" + connector + "/resume");
    }

    /// Forgets how far a stopped connector has read.
    void forgetOffsets(String connector) throws IOException {
        send(request("/connectors/" + connector + "/offsets").DELETE());
    }

    private void put(String path) throws IOException {
        send(request(path).PUT(HttpRequest.BodyPublishers.noBody()));
    }

    /// Connect gives reasons as JSON; while it starts, its web server gives a page, which says
    /// nothing more.
    private static String reason(String body) {
        return body.startsWith("{") ? ": " + body : "";
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(ANSWER_MAX);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IOException(
                        "Connect answered " + answer.statusCode() + reason(answer.body()));
            }
            return JSON.readTree(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
