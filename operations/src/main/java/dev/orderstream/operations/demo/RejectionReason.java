package dev.orderstream.operations.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// Names why the API refused a request, so that equal reasons have equal names.
final class RejectionReason {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private RejectionReason() {}

    /// @param problem the body, which should be `application/problem+json`
    static String of(int status, String problem) {
        try {
            JsonNode json = MAPPER.readTree(problem);
            String code = json.path("code").asText("http-" + status);
            JsonNode error = json.path("errors").path(0);
            if (error.isMissingNode()) {
                return code;
            }
            String pointer = error.path("pointer").asText().replaceAll("\\d+", "*");
            return (code + " " + pointer + " " + error.path("code").asText()).strip();
        } catch (JsonProcessingException e) {
            return "http-" + status;
        }
    }
}
