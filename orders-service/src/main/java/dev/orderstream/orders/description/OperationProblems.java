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
            Map.of(
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
                            ProblemCode.ORDER_TOO_LARGE),
                    "cancelOrder",
                    Set.of(
                            ProblemCode.ORDER_NOT_FOUND,
                            ProblemCode.CANCELLATION_TOO_LATE,
                            ProblemCode.ORDER_ALREADY_ENDED),
                    "getOrder",
                    Set.of(ProblemCode.ORDER_NOT_FOUND),
                    "getTimeline",
                    Set.of(ProblemCode.ORDER_NOT_FOUND),
                    "followOrder",
                    Set.of(ProblemCode.ORDER_NOT_FOUND, ProblemCode.TOO_MANY_STREAMS),
                    "listOrders",
                    Set.of(ProblemCode.PARAMETER_INVALID));

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
