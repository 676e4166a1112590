package dev.orderstream.orders.description;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// What a client that was written for one description would miss in a later one.
final class BreakingChanges {

    private static final List<String> UPPER = List.of("maxLength", "maximum", "maxItems");
    private static final List<String> LOWER = List.of("minLength", "minimum", "minItems");

    private final JsonNode before;
    private final JsonNode after;
    private final Set<String> requested = new HashSet<>();
    private final List<String> found = new ArrayList<>();

    private BreakingChanges(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
        collect(after.at("/paths").findValues("requestBody"));
    }

    static List<String> between(JsonNode before, JsonNode after) {
        BreakingChanges changes = new BreakingChanges(before, after);
        changes.operations();
        changes.schemas();
        return changes.found;
    }

    private void operations() {
        before.at("/paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(operation -> {
                                    String at = path.getKey() + " " + operation.getKey();
                                    JsonNode now =
                                            after.path("paths")
                                                    .path(path.getKey())
                                                    .path(operation.getKey());
                                    if (now.isMissingNode()) {
                                        found.add(at + ": the operation is gone");
                                    } else {
                                        operation(at, operation.getValue(), now);
                                    }
                                }));
    }

    private void operation(String at, JsonNode was, JsonNode now) {
        members(at + " responses", was.path("responses"), now.path("responses"));
        was.path("responses")
                .properties()
                .forEach(response ->
                        members(
                                at + " " + response.getKey() + " content",
                                response.getValue().path("content"),
                                now.path("responses").path(response.getKey()).path("content")));
        members(
                at + " body",
                was.path("requestBody").path("content"),
                now.path("requestBody").path("content"));
        if (required(now.path("requestBody")) && !required(was.path("requestBody"))) {
            found.add(at + ": a body is required");
        }
        for (JsonNode parameter : was.path("parameters")) {
            if (same(now, parameter) == null) {
                found.add(at + ": the parameter " + parameter.path("name") + " is gone");
            }
        }
        for (JsonNode parameter : now.path("parameters")) {
            JsonNode earlier = same(was, parameter);
            if (required(parameter) && (earlier == null || !required(earlier))) {
                found.add(at + ": the parameter " + parameter.path("name") + " is required");
            }
            if (earlier != null) {
                narrowed(
                        at + " " + parameter.path("name").textValue(),
                        earlier.path("schema"),
                        parameter.path("schema"));
            }
        }
    }

    private void schemas() {
        before.at("/components/schemas")
                .properties()
                .forEach(schema -> {
                    JsonNode now = after.at("/components/schemas").path(schema.getKey());
                    if (now.isMissingNode()) {
                        found.add(schema.getKey() + ": the schema is gone");
                    } else {
                        schema(schema.getKey(), schema.getValue(), now);
                    }
                });
    }

    private void schema(String name, JsonNode was, JsonNode now) {
        members(name, was.path("properties"), now.path("properties"));
        narrowed(name, was, now);
        was.path("properties")
                .properties()
                .forEach(property ->
                        narrowed(
                                name + "." + property.getKey(),
                                property.getValue(),
                                now.path("properties").path(property.getKey())));
        Set<String> more = texts(now.path("required"));
        more.removeAll(texts(was.path("required")));
        if (requested.contains(name) && !more.isEmpty()) {
            found.add(name + ": " + more + " are required");
        }
        Set<String> fewer = texts(was.path("required"));
        fewer.removeAll(texts(now.path("required")));
        if (!requested.contains(name) && !fewer.isEmpty()) {
            found.add(name + ": " + fewer + " may be left out");
        }
    }

    private void narrowed(String at, JsonNode was, JsonNode now) {
        if (now.isMissingNode()) {
            return;
        }
        for (String key : List.of("type", "$ref", "format")) {
            if (!was.path(key).equals(now.path(key))) {
                found.add(at + ": another " + key);
            }
        }
        Set<String> values = texts(was.path("enum"));
        values.removeAll(texts(now.path("enum")));
        if (!values.isEmpty() && now.has("enum")) {
            found.add(at + ": " + values + " are no longer values");
        }
        if (now.has("enum") && !was.has("enum") && !was.isMissingNode()) {
            found.add(at + ": only some values are left");
        }
        UPPER.stream()
                .filter(key -> now.has(key))
                .filter(key -> !was.has(key) || was.get(key).asLong() > now.get(key).asLong())
                .forEach(key -> found.add(at + ": less " + key));
        LOWER.stream()
                .filter(key -> now.has(key))
                .filter(key -> !was.has(key) || was.get(key).asLong() < now.get(key).asLong())
                .forEach(key -> found.add(at + ": more " + key));
        if (was.has("items")) {
            narrowed(at + "[]", was.get("items"), now.path("items"));
        }
    }

    private void members(String at, JsonNode was, JsonNode now) {
        was.fieldNames()
                .forEachRemaining(name -> {
                    if (!now.has(name)) {
                        found.add(at + ": " + name + " is gone");
                    }
                });
    }

    private static @Nullable JsonNode same(JsonNode operation, JsonNode parameter) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(other -> other.path("name").equals(parameter.path("name")))
                .filter(other -> other.path("in").equals(parameter.path("in")))
                .findFirst()
                .orElse(null);
    }

    private static boolean required(JsonNode node) {
        return node.path("required").asBoolean();
    }

    /// The schemas that requests are made of.
    private void collect(List<JsonNode> nodes) {
        for (JsonNode node : nodes) {
            for (String reference : node.findValuesAsText("$ref")) {
                String name = reference.substring(reference.lastIndexOf('/') + 1);
                if (requested.add(name)) {
                    collect(List.of(after.at("/components/schemas").path(name)));
                }
            }
        }
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
