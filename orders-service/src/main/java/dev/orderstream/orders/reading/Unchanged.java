package dev.orderstream.orders.reading;

import dev.orderstream.orders.content.OrderJson;
import dev.orderstream.orders.lifecycle.OrderFacts;
import dev.orderstream.orders.timeline.TimelineEntry;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/// Answers 304 to whoever has the current state already (RFC 9110, `If-None-Match`).
///
/// The tags are weak: they stand for what is known of an order, not for the bytes of an answer.
final class Unchanged {

    /// Of the parameter, for the description.
    static final String IF_NONE_MATCH =
            "The ETag of an earlier answer; 304 when nothing has changed since";

    private Unchanged() {}

    /// All else about an order never changes.
    static EntityTag tag(OrderFacts facts) {
        return tag(OrderJson.write(facts));
    }

    /// Entries are only added.
    static EntityTag tag(List<TimelineEntry> entries) {
        return new EntityTag(Integer.toString(entries.size()), true);
    }

    static Response or(Request request, EntityTag tag, Supplier<?> entity) {
        Response.ResponseBuilder otherwise = request.evaluatePreconditions(tag);
        if (otherwise == null) {
            return Response.ok(entity.get()).tag(tag).build();
        }
        Response answer = otherwise.tag(tag).build();
        if (answer.getStatus() == Response.Status.PRECONDITION_FAILED.getStatusCode()) {
            throw new ClientErrorException(Response.Status.PRECONDITION_FAILED);
        }
        return answer;
    }

    private static EntityTag tag(String text) {
        UUID hash = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        return new EntityTag(hash.toString(), true);
    }
}
