package dev.orderstream.orders.requests;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orderstream.orders.problems.ProblemCode;
import dev.orderstream.orders.problems.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Parses bodies as RFC 8259 has it: no duplicate names, nothing after the value, bounded depth.
public final class RequestJson {

    private static final int DEPTH_MAX = 20;
    private static final int NUMBER_LENGTH_MAX = 100;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEPTH_MAX)
                                                    .maxNumberLength(NUMBER_LENGTH_MAX)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private RequestJson() {}

    /// The JSON of a body.
    ///
    /// @throws ProblemException when the bytes are not JSON
    public static JsonNode parse(byte[] body) {
        try {
            JsonNode node = MAPPER.readTree(utf8(body));
            if (node.isMissingNode()) {
                throw malformed("The body is empty.");
            }
            return node;
        } catch (StreamConstraintsException e) {
            throw malformed(
                    "The JSON nests deeper than %d levels or has an overlong number."
                            .formatted(DEPTH_MAX));
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw malformed(
                    at == null
                            ? "The JSON cannot be parsed."
                            : "The JSON cannot be parsed at line %d, column %d."
                                    .formatted(at.getLineNr(), at.getColumnNr()));
        }
    }

    private static String utf8(byte[] body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw malformed("The body is not UTF-8.");
        }
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(ProblemCode.MALFORMED_JSON, detail);
    }
}
