package dev.orderstream.orders.description;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.orders.problems.ProblemCode;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OperationProblemsTest {

    private static final Set<ProblemCode> OF_NO_OPERATION =
            Set.of(ProblemCode.NOT_FOUND, ProblemCode.METHOD_NOT_ALLOWED);

    @Test
    void eachProblemOfTheCatalogueIsThatOfAnOperation() {
        Set<ProblemCode> described =
                Stream.of(
                                "placeOrder",
                                "cancelOrder",
                                "getOrder",
                                "getTimeline",
                                "followOrder",
                                "listOrders",
                                "registerWebhookEndpoint",
                                "deleteWebhookEndpoint",
                                "listWebhookDeliveries",
                                "redeliverWebhook")
                        .flatMap(id -> OperationProblems.of(id, true).values().stream())
                        .flatMap(codes -> codes.stream())
                        .collect(Collectors.toSet());

        assertThat(described).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(OF_NO_OPERATION)));
    }
}
