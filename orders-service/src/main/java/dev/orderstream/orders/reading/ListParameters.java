package dev.orderstream.orders.reading;

import dev.orderstream.orders.lifecycle.OrderStatus;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// The query parameters of a list of orders; each is looked at when it is asked for.
class ListParameters extends PageParameters {

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    @QueryParam("status")
    @Parameter(description = "Only orders with this status; may be repeated")
    List<String> status = List.of();

    @QueryParam("placedAfter")
    @Parameter(description = "The first instant that counts, RFC 3339")
    @Nullable String placedAfter;

    @QueryParam("placedBefore")
    @Parameter(description = "The first instant that no longer counts, RFC 3339")
    @Nullable String placedBefore;

    @QueryParam("overdue")
    @DefaultValue("false")
    @Parameter(description = "For operators: true for orders past their time that have not ended")
    String overdue = "";

    OrderFilter filter() {
        return new OrderFilter(
                overdue(),
                status.stream().map(ListParameters::status).collect(Collectors.toSet()),
                instant("placedAfter", placedAfter),
                instant("placedBefore", placedBefore));
    }

    /// The same list from another place on.
    String link(String next) {
        Stream<String> own = Stream.of("limit=" + limit(), "cursor=" + next);
        Stream<String> statuses = status.stream().map(text -> "status=" + text);
        Stream<String> rest =
                Stream.of(
                        placedAfter == null ? "" : "placedAfter=" + encoded(placedAfter),
                        placedBefore == null ? "" : "placedBefore=" + encoded(placedBefore),
                        overdue() ? "overdue=true" : "");
        return Stream.of(own, statuses, rest)
                .flatMap(part -> part)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&", "/orders?", ""));
    }

    private boolean overdue() {
        return switch (overdue) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid("overdue must be true or false.");
        };
    }

    private static OrderStatus status(String text) {
        return Stream.of(OrderStatus.values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElseThrow(() -> invalid("status must be one that an order can have."));
    }

    private static @Nullable Instant instant(String name, @Nullable String text) {
        try {
            Instant instant = text == null ? null : Instant.parse(text);
            if (instant == null || !instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            // As wrong as an instant that no id of an order can have.
        }
        throw invalid(name + " must be an instant, such as 2026-11-22T09:00:00Z.");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
