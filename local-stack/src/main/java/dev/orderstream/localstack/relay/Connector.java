package dev.orderstream.localstack.relay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// A connector as Connect reports it: `state` and the states of its tasks are Connect's own words.
public record Connector(
        String name, String state, List<String> tasks, String trouble, JsonNode config) {

    private static final String RUNNING = "RUNNING";
    private static final String FAILED = "FAILED";
    private static final String STOPPED = "STOPPED";

    static Connector of(String name, JsonNode json) {
        var tasks = new ArrayList<String>();
        var trouble = new StringBuilder(json.at("/status/connector/trace").asText());
        json.at("/status/tasks")
                .forEach(task -> {
                    tasks.add(task.path("state").asText());
                    trouble.append(task.path("trace").asText());
                });
        var state = json.at("/status/connector/state").asText("UNKNOWN");
        return new Connector(
                name,
                state,
                List.copyOf(tasks),
                innermost(trouble.toString()),
                json.at("/info/config"));
    }

    /// The last cause in a stack trace is the one that says what happened.
    private static String innermost(String trace) {
        return trace.lines()
                .filter(line -> !line.startsWith("\t"))
                .reduce("", (earlier, later) -> later)
                .replace("Caused by: ", "");
    }

    /// The connector and at least one task run, and none does not.
    public boolean running() {
        return state.equals(RUNNING)
                && !tasks.isEmpty()
                && tasks.stream().allMatch(RUNNING::equals);
    }

    /// Stopped on purpose, and no task is left of it.
    boolean stopped() {
        return state.equals(STOPPED) && tasks.isEmpty();
    }

    public boolean failed() {
        return state.equals(FAILED) || tasks.contains(FAILED);
    }
}
