package dev.orderstream.localstack.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/// JSON with snake_case names, for records.
public final class JsonText {

    /// Absent where null: for what is stored.
    public static final ObjectMapper COMPACT =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    /// Null where null, and strict: for what is shown and set.
    public static final ObjectMapper PLAIN =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private JsonText() {}

    public static byte[] bytes(Object value) throws IOException {
        return PLAIN.writeValueAsBytes(value);
    }

    /// The value with the given fields replaced, nested objects merged; 400 for a field it does not
    /// have.
    public static <T> T merged(T value, byte[] patch, Class<T> type) throws IOException {
        try {
            ObjectNode tree = PLAIN.valueToTree(value);
            merge(tree, PLAIN.readTree(patch));
            return PLAIN.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new RequestRefused(400, e.getOriginalMessage());
        }
    }

    private static void merge(ObjectNode into, JsonNode patch) {
        if (!patch.isObject()) {
            throw new RequestRefused(400, "A JSON object is expected");
        }
        patch.properties()
                .forEach(field -> {
                    if (into.get(field.getKey()) instanceof ObjectNode inner
                            && field.getValue().isObject()) {
                        merge(inner, field.getValue());
                    } else {
                        into.set(field.getKey(), field.getValue());
                    }
                });
    }
}
