package dev.orderstream.localstack.gateway;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The API's GET requests by path.
final class Readings {

    private static final Pattern METADATA =
            Pattern.compile("metadata\\[['\"](\\w{1,40})['\"]]:['\"]([^'\"]{1,500})['\"]");

    private final Books books;
    private final String base;

    Readings(Books books, String base) {
        this.books = books;
        this.base = base;
    }

    /// Null for a path that there is not.
    @Nullable Reply find(String[] path, Form form) {
        return switch (path.length) {
            case 3 -> list(path[2], form);
            case 4 ->
                    path[3].equals("search") && path[2].equals("payment_intents")
                            ? search(form)
                            : one(path[2], path[3], form);
            default -> null;
        };
    }

    private @Nullable Reply one(String kind, String id, Form form) {
        return switch (kind) {
            case "payment_intents" ->
                    books.read(
                            s -> Reply.ok(show(s, Postings.intent(s, id), form, "latest_charge")));
            case "refunds" ->
                    Reply.ok(
                            new RefundWire(
                                    found(books.read(s -> s.refunds.get(id)), "refund", id)));
            case "charges" ->
                    Reply.ok(
                            new ChargeWire(
                                    found(books.read(s -> s.charges.get(id)), "charge", id)));
            case "events" -> Reply.ok(show(found(books.read(s -> s.events.get(id)), "event", id)));
            default -> null;
        };
    }

    private @Nullable Reply list(String kind, Form form) {
        return switch (kind) {
            case "payment_intents" -> intents(form);
            case "refunds" -> refunds(form);
            case "events" -> events(form);
            default -> null;
        };
    }

    private Reply intents(Form form) {
        return books.read(s ->
                Listing.of("/v1/payment_intents", form)
                        .page(
                                s.intents,
                                created(form, PaymentIntent::created),
                                i -> show(s, i, form, "data.latest_charge")));
    }

    /// The search knows one clause: a value of the metadata.
    private Reply search(Form form) {
        Matcher clause = METADATA.matcher(form.required("query"));
        if (!clause.matches()) {
            throw ApiError.invalid(null, "We were unable to parse your search query.", "query");
        }
        return books.read(s ->
                Listing.search("/v1/payment_intents/search", form)
                        .page(
                                s.intents,
                                i -> clause.group(2).equals(i.metadata().get(clause.group(1))),
                                i -> show(s, i, form, "data.latest_charge")));
    }

    private Reply refunds(Form form) {
        String intent = form.text("payment_intent");
        String charge = form.text("charge");
        Predicate<Refund> wanted =
                refund ->
                        (intent == null || refund.intent().equals(intent))
                                && (charge == null || refund.charge().equals(charge));
        return books.read(s ->
                Listing.of("/v1/refunds", form)
                        .page(
                                s.refunds,
                                wanted.and(created(form, Refund::created)),
                                RefundWire::new));
    }

    private Reply events(Form form) {
        String type = form.text("type");
        List<String> types = form.list("types");
        Predicate<GatewayEvent> wanted =
                event ->
                        (type == null || matches(type, event.type()))
                                && (types.isEmpty() || types.contains(event.type()));
        return books.read(s ->
                Listing.of("/v1/events", form)
                        .page(
                                s.events,
                                wanted.and(created(form, event -> event.change().at())),
                                this::show));
    }

    /// `*` at the end stands for anything.
    private static boolean matches(String pattern, String type) {
        return pattern.endsWith("*")
                ? type.startsWith(pattern.substring(0, pattern.length() - 1))
                : type.equals(pattern);
    }

    private static <T> Predicate<T> created(Form form, ToLongFunction<T> at) {
        Long exact = form.number("created");
        Long gte = form.number("created[gte]");
        Long gt = form.number("created[gt]");
        Long lte = form.number("created[lte]");
        Long lt = form.number("created[lt]");
        return value -> {
            long created = at.applyAsLong(value);
            return (exact == null || created == exact)
                    && (gte == null || created >= gte)
                    && (gt == null || created > gt)
                    && (lte == null || created <= lte)
                    && (lt == null || created < lt);
        };
    }

    private Wire.Part show(Books.State s, PaymentIntent intent, Form form, String expansion) {
        String charge = form.expands(expansion) ? intent.charge() : null;
        return new PaymentIntentWire(intent, base, charge == null ? null : s.charges.get(charge));
    }

    private Wire.Part show(GatewayEvent event) {
        return new EventWire(event, base, books.read(s -> s.awaitsDelivery(event.id())));
    }

    private static <T> T found(@Nullable T value, String kind, String id) {
        if (value == null) {
            throw ApiError.noSuch(404, kind, id, "id");
        }
        return value;
    }
}
