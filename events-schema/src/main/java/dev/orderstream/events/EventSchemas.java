package dev.orderstream.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The published JSON Schema and golden sample of every event version.
public final class EventSchemas {

    private EventSchemas() {}

    /// The JSON Schema (2020-12) of an event version.
    public static String schema(EventType type) {
        return resource("schemas/" + type.name() + ".json");
    }

    /// One payload of an event version that has to decode for ever.
    public static String sample(EventType type) {
        return resource("samples/" + type.name() + ".json");
    }

    private static String resource(String path) {
        try (InputStream in = EventSchemas.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
