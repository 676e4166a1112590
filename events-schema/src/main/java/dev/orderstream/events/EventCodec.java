package dev.orderstream.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Turns payload records into JSON and back.
///
/// Reading tolerates fields it does not know (additive changes keep a version) and refuses
/// everything that the version's schema refuses.
public final class EventCodec {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .addModule(new SimpleModule().addDeserializer(Instant.class, new InstantText()))
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .withCoercionConfig(LogicalType.Textual, EventCodec::onlyText)
                    .build();

    private static final Map<EventType, ObjectReader> READERS =
            EventType.all().stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    type -> type, type -> MAPPER.readerFor(type.payload())));

    private EventCodec() {}

    private static void onlyText(MutableCoercionConfig textual) {
        textual.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    /// Takes RFC 3339 text only: Jackson's own reads any number as an epoch.
    private static final class InstantText extends StdScalarDeserializer<Instant> {

        private static final long serialVersionUID = 1L;

        InstantText() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, parser);
            }
            try {
                return Instant.parse(parser.getText());
            } catch (DateTimeParseException e) {
                return (Instant)
                        context.handleWeirdStringValue(
                                Instant.class, "", "not an RFC 3339 time in UTC");
            }
        }
    }

    /// The payload as JSON text.
    public static String encode(Event event) {
        try {
            return MAPPER.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event record is always JSON", e);
        }
    }

    /// The event that these bytes are.
    ///
    /// @param payload UTF-8 JSON
    /// @throws InvalidEventException when the bytes are not an event of this version
    public static Event decode(EventType type, byte[] payload) throws InvalidEventException {
        try {
            Event event = Objects.requireNonNull(READERS.get(type)).readValue(payload);
            if (event == null) {
                throw new InvalidEventException("the payload is null");
            }
            return event;
        } catch (JsonProcessingException e) {
            throw new InvalidEventException(reason(e));
        } catch (IOException e) {
            throw new InvalidEventException("the payload cannot be read");
        }
    }

    /// Says which rule was broken without repeating a value: reasons become record headers.
    private static String reason(JsonProcessingException e) {
        if (e.getCause() instanceof IllegalArgumentException broken
                && broken.getMessage() != null) {
            return broken.getMessage();
        }
        var at = e.getLocation();
        return at == null
                ? "not valid JSON for this event version"
                : "not valid JSON for this event version, at line %d column %d"
                        .formatted(at.getLineNr(), at.getColumnNr());
    }
}
