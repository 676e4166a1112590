package dev.orderstream.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the record, the schema and the golden sample of each event version to each other.
class EventContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static Stream<EventType> everyEventVersion() {
        return EventType.all().stream();
    }

    @Test
    void theFourFamiliesHaveTheirEvents() {
        assertThat(EventType.all().stream().map(EventType::name))
                .contains("OrderCreated.v1", "PaymentSucceeded.v1", "ShipmentDispatched.v1")
                .hasSize(14)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("everyEventVersion")
    void theSampleMatchesTheSchema(EventType type) {
        assertThat(violations(type, EventSchemas.sample(type))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyEventVersion")
    void theSampleDecodesAndEncodesToItself(EventType type) throws Exception {
        Event event = EventCodec.decode(type, bytes(EventSchemas.sample(type)));

        assertThat(event).isInstanceOf(type.payload());
        assertThat(JSON.readTree(EventCodec.encode(event)))
                .isEqualTo(JSON.readTree(EventSchemas.sample(type)));
    }

    @ParameterizedTest
    @MethodSource("everyEventVersion")
    void theSchemaNamesTheVersionAndDescribesEveryField(EventType type) throws Exception {
        JsonNode schema = JSON.readTree(EventSchemas.schema(type));

        assertThat(schema.path("$id").asText()).isEqualTo(type.dataSchema());
        assertThat(schema.path("title").asText()).isEqualTo(type.name());
        assertThat(undescribed("", schema)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyEventVersion")
    void schemaAndRecordHaveTheSameFields(EventType type) throws Exception {
        JsonNode schema = JSON.readTree(EventSchemas.schema(type));

        assertThat(SchemaShape.ofSchema(schema)).isEqualTo(SchemaShape.ofRecord(type.payload()));
    }

    @ParameterizedTest
    @MethodSource("everyEventVersion")
    void theRecordRefusesWhatTheSchemaRefuses(EventType type) throws Exception {
        JsonNode sample = JSON.readTree(EventSchemas.sample(type));
        for (Mutation mutation : Mutation.all(sample)) {
            String mutated = mutation.apply(sample.deepCopy()).toString();
            boolean refused = !violations(type, mutated).isEmpty();

            if (refused) {
                assertThatThrownBy(() -> EventCodec.decode(type, bytes(mutated)))
                        .as("%s is against the schema", mutation)
                        .isInstanceOf(InvalidEventException.class);
            } else {
                assertThat(EventCodec.decode(type, bytes(mutated)))
                        .as("%s is within the schema", mutation)
                        .isNotNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyEventVersion")
    void aFieldThatALaterMinorChangeAddedIsPassedOver(EventType type) throws Exception {
        ObjectNode later = (ObjectNode) JSON.readTree(EventSchemas.sample(type));
        later.put("addedLater", "x");

        assertThat(EventCodec.decode(type, bytes(later.toString())))
                .isEqualTo(EventCodec.decode(type, bytes(EventSchemas.sample(type))));
    }

    @Test
    void aReasonNeverRepeatsAValue() {
        EventType type = EventType.of(OrderEvent.OrderCreated.class);
        String secret = EventSchemas.sample(type).replace("\"GB\"", "\"secret-country\"");

        assertThatThrownBy(() -> EventCodec.decode(type, bytes(secret)))
                .isInstanceOf(InvalidEventException.class)
                .hasMessageContaining("address.country")
                .hasMessageNotContaining("secret");
    }

    private static List<String> violations(EventType type, String payload) {
        Schema schema = SCHEMAS.getSchema(EventSchemas.schema(type), InputFormat.JSON);
        return schema
                .validate(
                        payload,
                        InputFormat.JSON,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static List<String> undescribed(String at, JsonNode schema) {
        List<String> found = new ArrayList<>();
        if (schema.path("description").asText().isBlank()) {
            found.add(at.isEmpty() ? "/" : at);
        }
        for (var property : schema.path("properties").properties()) {
            found.addAll(undescribed(at + "/" + property.getKey(), property.getValue()));
        }
        if (schema.has("items")) {
            found.addAll(undescribed(at + "/items", schema.get("items")));
        }
        return found;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
