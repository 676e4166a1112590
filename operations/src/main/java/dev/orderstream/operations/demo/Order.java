package dev.orderstream.operations.demo;

import dev.orderstream.operations.placing.OrderRequest;

/// What comes of an input: something to post, or the reason why there is nothing to.
sealed interface Order {

    /// To be posted.
    record ToPost(OrderRequest request) implements Order {}

    /// Not posted.
    ///
    /// @param reason its heading in the report
    record Skipped(String reason) implements Order {}
}
