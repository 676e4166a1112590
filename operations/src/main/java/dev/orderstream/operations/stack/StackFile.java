package dev.orderstream.operations.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orderstream.operations.console.CommandFailure;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// Reads where the running stack is off the file that its launcher keeps.
public final class StackFile {

    private static final String FILE = "stack.json";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private StackFile() {}

    /// @throws CommandFailure when no stack runs there
    public static Stack read(Home home) {
        JsonNode json = json(home);
        Secrets secrets = Secrets.of(home);
        return new Stack(
                home,
                http(json, "orders"),
                http(json, "gateway"),
                http(json, "mail"),
                new Databases(address(json, "postgres"), secrets),
                new Broker(address(json, "kafka"), secrets),
                processes(json));
    }

    private static JsonNode json(Home home) {
        try {
            JsonNode json = MAPPER.readTree(home.read(FILE));
            long launcher = json.path("pid").asLong();
            if (ProcessHandle.of(launcher).isEmpty()) {
                throw CommandFailure.failed(
                        "The stack in "
                                + home.directory()
                                + " is down: start it with ./orderstream up.");
            }
            return json;
        } catch (JsonProcessingException e) {
            throw CommandFailure.failed(home.directory().resolve(FILE) + " cannot be read.");
        }
    }

    private static String address(JsonNode json, String name) {
        return "127.0.0.1:" + json.path("ports").path(name).asInt();
    }

    private static URI http(JsonNode json, String name) {
        return URI.create("http://" + address(json, name));
    }

    private static List<StackProcess> processes(JsonNode json) {
        List<StackProcess> processes = new ArrayList<>();
        processes.add(new StackProcess(StackProcess.LAUNCHER, json.path("pid").asLong()));
        json.path("processes")
                .forEach(process ->
                        processes.add(
                                new StackProcess(
                                        process.path("name").asText(),
                                        process.path("pid").asLong())));
        return processes;
    }
}
