package dev.orderstream.orders.description;

import dev.orderstream.orders.problems.Problem;
import dev.orderstream.orders.problems.ProblemCode;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/// Adds to the description what is the same in many places: problems, headers and examples.
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class ApiDescription implements OASFilter {

    private static final String ORDERS = "/orders";
    private static final String WEBHOOKS = "/webhook-";
    private static final String PROBLEM = "#/components/schemas/Problem";

    private static final Map<String, Map<String, String>> HEADERS =
            Map.of(
                    "placeOrder 201",
                    Map.of(
                            "Location", "Where the order is",
                            "Idempotent-Replayed", "true when it was placed before"),
                    "listOrders 200",
                    Map.of("Link", "The next page, if there is one (RFC 8288)"),
                    "listWebhookDeliveries 200",
                    Map.of("Link", "The next page, if there is one (RFC 8288)"),
                    "getOrder 200",
                    Map.of("ETag", "For If-None-Match"),
                    "getTimeline 200",
                    Map.of("ETag", "For If-None-Match"));

    private final Examples examples = Examples.load();

    @Override
    public void filterOpenAPI(OpenAPI api) {
        List<String> others =
                api.getPaths().getPathItems().keySet().stream()
                        .filter(path -> !path.startsWith(ORDERS) && !path.startsWith(WEBHOOKS))
                        .toList();
        others.forEach(api.getPaths()::removePathItem);
        api.getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations().values().forEach(this::complete));
        api.getComponents().getSchemas().forEach(RequiredProperties::mark);
    }

    private void complete(Operation operation) {
        String id = String.valueOf(operation.getOperationId());
        APIResponses responses = operation.getResponses();
        boolean withBody = operation.getRequestBody() != null;
        if (withBody) {
            exemplify(operation.getRequestBody().getContent());
        }
        responses
                .getAPIResponses()
                .forEach((status, response) -> {
                    exemplify(response.getContent());
                    HEADERS.getOrDefault(id + " " + status, Map.of()).entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .forEach(header ->
                                    response.addHeader(header.getKey(), text(header.getValue())));
                });
        OperationProblems.of(id, withBody)
                .forEach((status, codes) ->
                        responses.addAPIResponse(Integer.toString(status), problem(status, codes)));
    }

    private void exemplify(@Nullable Content content) {
        if (content == null) {
            return;
        }
        for (MediaType type : content.getMediaTypes().values()) {
            Schema schema = type.getSchema();
            Object example = schema == null ? null : examples.of(schema.getRef());
            if (example != null) {
                type.setExample(example);
            }
        }
    }

    private static APIResponse problem(int status, List<ProblemCode> codes) {
        MediaType type =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref(PROBLEM));
        codes.forEach(code ->
                type.addExample(code.code(), OASFactory.createExample().value(example(code))));
        APIResponse response =
                OASFactory.createAPIResponse()
                        .description(
                                codes.stream()
                                        .map(code -> code.code() + ": " + code.title())
                                        .collect(Collectors.joining("; ")))
                        .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, type));
        if (codes.getFirst().retried()) {
            response.addHeader("Retry-After", text("Seconds after which to try again"));
        }
        if (status == ProblemCode.UNAUTHENTICATED.status()) {
            response.addHeader("WWW-Authenticate", text("Bearer"));
        }
        return response;
    }

    private static Map<String, Object> example(ProblemCode code) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", code.type());
        problem.put("title", code.title());
        problem.put("status", code.status());
        problem.put("detail", code.remedy());
        problem.put("instance", ORDERS);
        problem.put("code", code.code());
        if (code == ProblemCode.VALIDATION_FAILED) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("pointer", "/lines/0/quantity");
            error.put("detail", "must be at least 1");
            error.put("code", "too-small");
            problem.put("errors", new ArrayList<>(List.of(error)));
        }
        return problem;
    }

    private static Header text(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }
}
