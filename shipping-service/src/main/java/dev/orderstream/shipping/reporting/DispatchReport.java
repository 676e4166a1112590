package dev.orderstream.shipping.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orderstream.shipping.problems.ProblemCode;
import dev.orderstream.shipping.problems.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Who carries a parcel, and under which number.
record DispatchReport(String carrier, String trackingNumber) {

    private static final int LENGTH_MAX = 100;
    private static final String CARRIER = "carrier";
    private static final String TRACKING_NUMBER = "trackingNumber";
    private static final Set<String> FIELDS = Set.of(CARRIER, TRACKING_NUMBER);
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /// @throws ProblemException when the body is anything else
    static DispatchReport parse(byte[] body) {
        JsonNode json = json(body);
        if (!json.isObject() || !json.propertyStream().allMatch(e -> FIELDS.contains(e.getKey()))) {
            throw invalid("The body is an object with carrier and trackingNumber.");
        }
        return new DispatchReport(text(json, CARRIER), text(json, TRACKING_NUMBER));
    }

    private static JsonNode json(byte[] body) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return MAPPER.readTree(text.toString());
        } catch (CharacterCodingException | JsonProcessingException e) {
            throw new ProblemException(
                    ProblemCode.MALFORMED_JSON, "The body is not one JSON text in UTF-8.");
        }
    }

    private static String text(JsonNode json, String field) {
        String text = json.path(field).isTextual() ? json.path(field).textValue() : "";
        boolean usable =
                !text.isBlank()
                        && text.length() <= LENGTH_MAX
                        && text.codePoints().noneMatch(DispatchReport::isBroken);
        if (!usable) {
            throw invalid(
                    field + " is a text of 1 to 100 characters, none of them a control character.");
        }
        return text;
    }

    private static boolean isBroken(int codePoint) {
        return Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(ProblemCode.VALIDATION_FAILED, detail);
    }
}
