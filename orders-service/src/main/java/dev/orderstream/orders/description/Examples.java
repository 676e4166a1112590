package dev.orderstream.orders.description;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An example of each document of the API, by the name of its schema.
final class Examples {

    private static final String RESOURCE = "/openapi-examples.json";
    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, Object> bySchema;

    private Examples(Map<String, Object> bySchema) {
        this.bySchema = bySchema;
    }

    static Examples load() {
        try (InputStream json = Examples.class.getResourceAsStream(RESOURCE)) {
            return new Examples(
                    new ObjectMapper()
                            .readValue(Objects.requireNonNull(json), new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The example of what a reference points to.
    @Nullable Object of(@Nullable String reference) {
        return reference == null ? null : bySchema.get(reference.replace(REFERENCE, ""));
    }
}
