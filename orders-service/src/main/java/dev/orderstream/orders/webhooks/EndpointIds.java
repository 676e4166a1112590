package dev.orderstream.orders.webhooks;

import dev.orderstream.orders.problems.ProblemCode;
import dev.orderstream.orders.problems.ProblemException;
import dev.orderstream.orders.requests.IdText;
import java.util.UUID;

/// Ids of endpoints in paths: what cannot be one is an endpoint that does not exist.
final class EndpointIds {

    private EndpointIds() {}

    /// The id that this text is.
    ///
    /// @throws ProblemException when it is none
    static UUID parse(String text) {
        return IdText.parse(text).orElseThrow(EndpointIds::notFound);
    }

    /// The one answer for endpoints that do not exist and for those of somebody else.
    static ProblemException notFound() {
        return new ProblemException(
                ProblemCode.WEBHOOK_ENDPOINT_NOT_FOUND, "No endpoint of yours has this id.");
    }
}
