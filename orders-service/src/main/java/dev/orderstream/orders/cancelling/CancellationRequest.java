package dev.orderstream.orders.cancelling;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderstream.orders.problems.FieldCode;
import dev.orderstream.orders.problems.ProblemCode;
import dev.orderstream.orders.problems.ProblemException;
import dev.orderstream.orders.requests.FieldErrors;
import dev.orderstream.orders.requests.Fields;
import dev.orderstream.orders.requests.RequestJson;
import dev.orderstream.orders.timeline.CancellationReasons;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The body of a request to cancel an order, which may be left out.
@Schema(name = "CancellationRequest")
record CancellationRequest(
        @Schema(description = "Why, in the asker's words", maxLength = REASON_LENGTH_MAX)
                @Nullable String reason) {

    /// The limit of the event's schema.
    private static final int REASON_LENGTH_MAX = 200;

    /// Reads a body.
    ///
    /// @throws ProblemException when there is one and it is not a cancellation
    static CancellationRequest parse(byte[] body) {
        if (body.length == 0) {
            return new CancellationRequest(null);
        }
        JsonNode json = RequestJson.parse(body);
        if (json.isNull()) {
            // What generated clients send for a body that is left out.
            return new CancellationRequest(null);
        }
        FieldErrors errors = new FieldErrors();
        Fields root = Fields.root(json, errors);
        String reason = root.optionalText("reason", REASON_LENGTH_MAX);
        if (CancellationReasons.ORDER_EXPIRED.equals(reason)) {
            root.wrong("reason", FieldCode.RESERVED, "must be the asker's own words");
        }
        root.refuseOthers();
        if (!root.clean()) {
            throw new ProblemException(
                    ProblemCode.VALIDATION_FAILED, "See errors for each field.", errors.list());
        }
        return new CancellationRequest(reason);
    }
}
