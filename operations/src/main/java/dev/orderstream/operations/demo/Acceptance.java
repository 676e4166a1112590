package dev.orderstream.operations.demo;

import dev.orderstream.operations.reconcile.Difference;
import java.util.ArrayList;
import java.util.List;

/// Finds orders that should have been accepted and were not.
final class Acceptance {

    private Acceptance() {}

    /// Whatever was made up is as the API wants it. Invoices may be anything, but not all of them
    /// what the API refuses.
    static List<Difference> differences(DemoInput input, Posted posted) {
        List<Difference> differences = new ArrayList<>();
        if (input.generated()) {
            posted.rejections()
                    .forEach((key, reason) ->
                            differences.add(
                                    new Difference(
                                            key, "generated-order-accepted", "accepted", reason)));
        }
        if (posted.acceptedFrom(0).isEmpty()) {
            differences.add(new Difference("all", "some-order-accepted", "at least 1", "none"));
        }
        return differences;
    }
}
