package dev.orderstream.orders.placing;

import dev.orderstream.events.Money;
import dev.orderstream.orders.content.OrderContent;
import dev.orderstream.orders.problems.FieldError;
import dev.orderstream.orders.problems.ProblemCode;
import java.util.List;

/// What becomes of a request's body.
sealed interface Verdict {

    /// It is an order.
    ///
    /// @param total the sum of the lines
    record Accepted(OrderContent content, Money total) implements Verdict {}

    /// It is not, and why.
    record Refused(ProblemCode code, String detail, List<FieldError> errors) implements Verdict {
        Refused(ProblemCode code, String detail) {
            this(code, detail, List.of());
        }
    }
}
