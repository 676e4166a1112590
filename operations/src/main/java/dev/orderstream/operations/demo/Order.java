package dev.orderstream.operations.demo;

import dev.orderstream.operations.placing.OrderRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What comes of an input: something to post, or the reason why there is nothing to.
sealed interface Order {

    /// To be posted.
    ///
    /// @param plan what its customer does then; null when they only wait
    record ToPost(OrderRequest request, @Nullable Plan plan) implements Order {}

    /// Not posted.
    ///
    /// @param reason its heading in the report
    record Skipped(String reason) implements Order {}

    /// What a customer does with an order.
    ///
    /// @param after how long after it was accepted
    record Plan(Scenario scenario, Duration after) {}
}
