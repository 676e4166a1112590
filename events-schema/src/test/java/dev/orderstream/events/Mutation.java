package dev.orderstream.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One change to a payload: the value at a place is replaced, or taken away.
///
/// @param pointer the parent object
/// @param field its field
/// @param replacement the new value, or null to take the field away
record Mutation(String pointer, String field, @Nullable JsonNode replacement) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    JsonNode apply(JsonNode payload) {
        ObjectNode parent = (ObjectNode) payload.at(pointer);
        if (replacement == null) {
            parent.remove(field);
        } else {
            parent.set(field, replacement);
        }
        return payload;
    }

    /// Each field in turn: gone, null, of another kind, empty, too long, out of range.
    static List<Mutation> all(JsonNode payload) {
        List<Mutation> mutations = new ArrayList<>();
        collect("", payload, mutations);
        return mutations;
    }

    private static void collect(String at, JsonNode node, List<Mutation> mutations) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(at + "/" + i, node.get(i), mutations);
            }
        }
        for (var field : node.properties()) {
            mutations.add(new Mutation(at, field.getKey(), null));
            for (JsonNode replacement : replacements()) {
                mutations.add(new Mutation(at, field.getKey(), replacement));
            }
            collect(at + "/" + field.getKey(), field.getValue(), mutations);
        }
    }

    private static List<JsonNode> replacements() {
        ArrayNode list = NODES.arrayNode().add("x");
        return List.of(
                NODES.nullNode(),
                NODES.textNode(""),
                NODES.textNode("x"),
                NODES.textNode("x".repeat(3000)),
                NODES.numberNode(-1),
                NODES.numberNode(0),
                NODES.numberNode(7),
                NODES.numberNode(1.5),
                NODES.booleanNode(true),
                NODES.objectNode(),
                NODES.arrayNode(),
                list);
    }
}
