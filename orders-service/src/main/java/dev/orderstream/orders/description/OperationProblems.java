package dev.orderstream.orders.description;

import dev.orderstream.orders.problems.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which problems each operation can answer with.
final class OperationProblems {

    private static final Set<ProblemCode> EVERYWHERE =
            Set.of(
                    ProblemCode.BAD_REQUEST,
                    ProblemCode.UNAUTHENTICATED,
                    ProblemCode.FORBIDDEN,
                    ProblemCode.NOT_ACCEPTABLE,
                    ProblemCode.RATE_LIMITED,
                    ProblemCode.INTERNAL_ERROR,
                    ProblemCode.TEMPORARILY_UNAVAILABLE);

    private static final Set<ProblemCode> OF_BODIES =
            Set.of(
                    ProblemCode.MALFORMED_JSON,
                    ProblemCode.BODY_TOO_LARGE,
                    ProblemCode.MEDIA_TYPE_NOT_SUPPORTED,
                    ProblemCode.VALIDATION_FAILED);

    private static final Map<String, Set<ProblemCode>> OWN =
            Map.ofEntries(
                    Map.entry(
                            "placeOrder",
                            Set.of(
                                    ProblemCode.IDEMPOTENCY_KEY_MISSING,
                                    ProblemCode.IDEMPOTENCY_KEY_INVALID,
                                    ProblemCode.IDEMPOTENCY_KEY_IN_USE,
                                    ProblemCode.IDEMPOTENCY_KEY_REUSED,
                                    ProblemCode.CURRENCY_NOT_SUPPORTED,
                                    ProblemCode.CURRENCIES_MIXED,
                                    ProblemCode.TOTAL_NOT_CHARGEABLE,
                                    ProblemCode.TOTAL_TOO_LARGE,
                                    ProblemCode.ORDER_TOO_LARGE)),
                    Map.entry(
                            "cancelOrder",
                            Set.of(
                                    ProblemCode.ORDER_NOT_FOUND,
                                    ProblemCode.CANCELLATION_TOO_LATE,
                                    ProblemCode.ORDER_ALREADY_ENDED)),
                    Map.entry(
                            "getOrder",
                            Set.of(ProblemCode.ORDER_NOT_FOUND, ProblemCode.PRECONDITION_FAILED)),
                    Map.entry(
                            "getTimeline",
                            Set.of(ProblemCode.ORDER_NOT_FOUND, ProblemCode.PRECONDITION_FAILED)),
                    Map.entry(
                            "followOrder",
                            Set.of(ProblemCode.ORDER_NOT_FOUND, ProblemCode.TOO_MANY_STREAMS)),
                    Map.entry("listOrders", Set.of(ProblemCode.PARAMETER_INVALID)),
                    Map.entry(
                            "registerWebhookEndpoint",
                            Set.of(
                                    ProblemCode.TOO_MANY_WEBHOOK_ENDPOINTS,
                                    ProblemCode.WEBHOOK_HOST_NOT_ALLOWED)),
                    Map.entry(
                            "deleteWebhookEndpoint",
                            Set.of(ProblemCode.WEBHOOK_ENDPOINT_NOT_FOUND)),
                    Map.entry(
                            "rotateWebhookSecret", Set.of(ProblemCode.WEBHOOK_ENDPOINT_NOT_FOUND)),
                    Map.entry("listWebhookDeliveries", Set.of(ProblemCode.PARAMETER_INVALID)),
                    Map.entry(
                            "redeliverWebhook",
                            Set.of(
                                    ProblemCode.WEBHOOK_DELIVERY_NOT_FOUND,
                                    ProblemCode.WEBHOOK_ENDPOINT_DISABLED)));

    private OperationProblems() {}

    /// The problems by status, as the catalogue orders them.
    static Map<Integer, List<ProblemCode>> of(String operationId, boolean withBody) {
        return Stream.of(
                        EVERYWHERE,
                        withBody ? OF_BODIES : Set.<ProblemCode>of(),
                        OWN.getOrDefault(operationId, Set.of()))
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(
                        Collectors.groupingBy(
                                ProblemCode::status, TreeMap::new, Collectors.toList()));
    }
}
