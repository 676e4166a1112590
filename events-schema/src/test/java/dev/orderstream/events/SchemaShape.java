package dev.orderstream.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The fields of a payload as comparable lines: path, kind, and whether the field is required.
final class SchemaShape {

    private SchemaShape() {}

    static TreeSet<String> ofSchema(JsonNode schema) {
        var lines = new TreeSet<String>();
        addSchema("", schema, lines);
        return lines;
    }

    static TreeSet<String> ofRecord(Class<?> type) {
        var lines = new TreeSet<String>();
        addRecord("", type, lines);
        return lines;
    }

    private static void addSchema(String at, JsonNode schema, TreeSet<String> lines) {
        var required = new TreeSet<String>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        for (var property : schema.path("properties").properties()) {
            String path = at + "/" + property.getKey();
            JsonNode value = property.getValue();
            lines.add(path + " " + kind(value) + (required.contains(property.getKey()) ? "" : "?"));
            addSchema(path, value.has("items") ? value.get("items") : value, lines);
        }
    }

    private static String kind(JsonNode property) {
        JsonNode type = property.path("type");
        String plain = type.isArray() ? type.get(0).asText() : type.asText();
        return property.has("format") ? property.get("format").asText() : plain;
    }

    private static void addRecord(String at, Class<?> type, TreeSet<String> lines) {
        for (RecordComponent component : type.getRecordComponents()) {
            String path = at + "/" + component.getName();
            AnnotatedType annotated = component.getAnnotatedType();
            boolean optional = annotated.isAnnotationPresent(Nullable.class);
            lines.add(path + " " + kind(component.getType()) + (optional ? "?" : ""));
            Class<?> nested = nested(annotated);
            if (nested.isRecord()) {
                addRecord(path, nested, lines);
            }
        }
    }

    private static Class<?> nested(AnnotatedType annotated) {
        Type type =
                annotated instanceof AnnotatedParameterizedType
                        ? ((ParameterizedType) annotated.getType()).getActualTypeArguments()[0]
                        : annotated.getType();
        return (Class<?>) type;
    }

    private static String kind(Class<?> type) {
        if (type == UUID.class) {
            return "uuid";
        } else if (type == Instant.class) {
            return "date-time";
        } else if (type == int.class || type == long.class) {
            return "integer";
        } else if (type == List.class) {
            return "array";
        } else if (type.isRecord()) {
            return "object";
        }
        return "string";
    }
}
