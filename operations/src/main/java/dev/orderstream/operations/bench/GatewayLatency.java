package dev.orderstream.operations.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Makes the gateway simulator answer as slowly as a real one, and puts back what was before, also
/// when the process is told to stop.
final class GatewayLatency implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI behaviour;
    private final long before;
    private final Thread onStop = Thread.ofPlatform().unstarted(this::putBack);

    private GatewayLatency(URI gateway) throws IOException, InterruptedException {
        behaviour = gateway.resolve("/_simulator/behaviour");
        String now = send(HttpRequest.newBuilder(behaviour).build());
        before = MAPPER.readTree(now).path("latency_ms").asLong();
    }

    static GatewayLatency set(URI gateway, Duration latency)
            throws IOException, InterruptedException {
        GatewayLatency set = new GatewayLatency(gateway);
        Runtime.getRuntime().addShutdownHook(set.onStop);
        set.put(latency.toMillis());
        return set;
    }

    private void put(long millis) throws IOException, InterruptedException {
        String json = "{\"latency_ms\":" + millis + "}";
        String unused =
                send(
                        HttpRequest.newBuilder(behaviour)
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString(json))
                                .build());
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(behaviour + " answered " + response.statusCode() + ".");
        }
        return response.body();
    }

    private void putBack() {
        try {
            put(before);
        } catch (IOException e) {
            System.err.println("The gateway stays slow: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        put(before);
        boolean unused = Runtime.getRuntime().removeShutdownHook(onStop);
        client.close();
    }
}
