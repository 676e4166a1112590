package dev.orderstream.localstack.gateway;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The paging of the API's lists.
record Listing(
        String object,
        String url,
        int limit,
        @Nullable String startingAfter,
        @Nullable String endingBefore) {

    private static final int LIMIT = 10;
    private static final int LIMIT_MAX = 100;

    static Listing of(String url, Form form) {
        return new Listing(
                "list", url, limit(form), form.text("starting_after"), form.text("ending_before"));
    }

    static Listing search(String url, Form form) {
        return new Listing("search_result", url, limit(form), null, null);
    }

    private static int limit(Form form) {
        Long limit = form.positive("limit");
        if (limit != null && limit > LIMIT_MAX) {
            throw ApiError.invalid(
                    "parameter_invalid_integer",
                    "This value must be less than or equal to 100.",
                    "limit");
        }
        return limit == null ? LIMIT : limit.intValue();
    }

    <T> Reply page(Shelf<T> shelf, Predicate<T> wanted, Function<T, Wire.Part> show) {
        requireKnown(shelf, startingAfter, "starting_after");
        requireKnown(shelf, endingBefore, "ending_before");
        Shelf.Page<T> page =
                endingBefore == null
                        ? shelf.older(startingAfter, limit, wanted)
                        : shelf.newer(endingBefore, limit, wanted);
        List<Wire.Part> data = page.data().stream().map(show).toList();
        return Reply.ok(json -> {
            json.writeStartObject();
            json.writeStringField("object", object);
            json.writeArrayFieldStart("data");
            for (Wire.Part part : data) {
                part.write(json);
            }
            json.writeEndArray();
            json.writeBooleanField("has_more", page.hasMore());
            json.writeStringField("url", url);
            json.writeEndObject();
        });
    }

    private static void requireKnown(Shelf<?> shelf, @Nullable String id, String param) {
        if (id != null && !shelf.has(id)) {
            throw ApiError.noSuch(400, "object", id, param);
        }
    }
}
