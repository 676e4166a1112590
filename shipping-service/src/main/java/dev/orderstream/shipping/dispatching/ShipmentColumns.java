package dev.orderstream.shipping.dispatching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orderstream.delivery.database.Database;
import dev.orderstream.shipping.carrier.Parcel;
import dev.orderstream.shipping.dispatching.ShipmentFact.CancellationRequested;
import dev.orderstream.shipping.dispatching.ShipmentFact.Cancelled;
import dev.orderstream.shipping.dispatching.ShipmentFact.Delivered;
import dev.orderstream.shipping.dispatching.ShipmentFact.Dispatched;
import dev.orderstream.shipping.dispatching.ShipmentFact.HandOverDue;
import dev.orderstream.shipping.dispatching.ShipmentFact.HandingOver;
import dev.orderstream.shipping.dispatching.ShipmentFact.NotTaken;
import dev.orderstream.shipping.dispatching.ShipmentFact.Ordered;
import dev.orderstream.shipping.dispatching.ShipmentFact.Paid;
import dev.orderstream.shipping.dispatching.ShipmentFact.PaymentFailed;
import dev.orderstream.shipping.dispatching.ShipmentFact.Prepared;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Which fact is in which columns of the table `shipment`.
@ApplicationScoped
class ShipmentColumns {

    /// Takes the columns of [#write].
    static final String SAVE =
            """
            UPDATE shipment AS s
            SET parcel = coalesce(s.parcel, t.parcel),
                paid_at = coalesce(s.paid_at, t.paid_at),
                payment_failed_at = coalesce(s.payment_failed_at, t.payment_failed_at),
                prepared_at = coalesce(s.prepared_at, t.prepared_at),
                hand_over_due_at = coalesce(s.hand_over_due_at, t.hand_over_due_at),
                handing_over_at = coalesce(s.handing_over_at, t.handing_over_at),
                delivered_at = coalesce(s.delivered_at, t.delivered_at),
                cancellation_requested_at =
                  coalesce(s.cancellation_requested_at, t.cancellation_requested_at),
                cancellation_requested_reason =
                  coalesce(s.cancellation_requested_reason, t.cancellation_requested_reason),
                not_taken_at = coalesce(s.not_taken_at, t.not_taken_at),
                not_taken_reason = coalesce(s.not_taken_reason, t.not_taken_reason),
                cancelled_at = coalesce(s.cancelled_at, t.cancelled_at),
                cancelled_reason = coalesce(s.cancelled_reason, t.cancelled_reason),
                carrier = coalesce(s.carrier, t.carrier),
                tracking_number = coalesce(s.tracking_number, t.tracking_number),
                dispatched_at = coalesce(s.dispatched_at, t.dispatched_at)
            FROM unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],
                        ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],
                        ?::text[], ?::timestamptz[], ?::text[], ?::timestamptz[], ?::text[],
                        ?::text[], ?::text[], ?::timestamptz[])
              AS t(order_id, parcel, paid_at, payment_failed_at, prepared_at, hand_over_due_at,
                   handing_over_at, delivered_at, cancellation_requested_at,
                   cancellation_requested_reason, not_taken_at, not_taken_reason, cancelled_at,
                   cancelled_reason, carrier, tracking_number, dispatched_at)
            WHERE s.order_id = t.order_id
            """;

    /// A fact that is only a moment.
    private record Moment<F extends ShipmentFact>(
            String column, Class<F> kind, Function<Instant, F> of, Function<F, Instant> at) {

        void read(ResultSet row, Map<Class<? extends ShipmentFact>, ShipmentFact> known)
                throws SQLException {
            Instant value = Database.instantOrNull(row, column);
            if (value != null) {
                known.put(kind, of.apply(value));
            }
        }

        List<?> write(List<ShipmentFacts> shipments) {
            return ShipmentColumns.column(shipments, kind, at);
        }
    }

    /// A fact that is a reason and a moment.
    private record Reasoned<F extends ShipmentFact>(
            String column,
            Class<F> kind,
            BiFunction<CancelReason, Instant, F> of,
            Function<F, CancelReason> reason,
            Function<F, Instant> at) {

        void read(ResultSet row, Map<Class<? extends ShipmentFact>, ShipmentFact> known)
                throws SQLException {
            Instant value = Database.instantOrNull(row, column + "_at");
            if (value != null) {
                String code = row.getString(column + "_reason");
                known.put(kind, of.apply(CancelReason.ofCode(code), value));
            }
        }

        List<List<?>> write(List<ShipmentFacts> shipments) {
            return List.of(
                    ShipmentColumns.column(shipments, kind, at),
                    ShipmentColumns.column(shipments, kind, reason.andThen(CancelReason::code)));
        }
    }

    /// In the order of the columns of [#SAVE].
    private static final List<Moment<?>> MOMENTS =
            List.of(
                    new Moment<>("paid_at", Paid.class, Paid::new, Paid::at),
                    new Moment<>(
                            "payment_failed_at",
                            PaymentFailed.class,
                            PaymentFailed::new,
                            PaymentFailed::at),
                    new Moment<>("prepared_at", Prepared.class, Prepared::new, Prepared::at),
                    new Moment<>(
                            "hand_over_due_at",
                            HandOverDue.class,
                            HandOverDue::new,
                            HandOverDue::at),
                    new Moment<>(
                            "handing_over_at",
                            HandingOver.class,
                            HandingOver::new,
                            HandingOver::at),
                    new Moment<>("delivered_at", Delivered.class, Delivered::new, Delivered::at));

    /// In the order of the columns of [#SAVE], after the moments.
    private static final List<Reasoned<?>> REASONED =
            List.of(
                    new Reasoned<>(
                            "cancellation_requested",
                            CancellationRequested.class,
                            CancellationRequested::new,
                            CancellationRequested::reason,
                            CancellationRequested::at),
                    new Reasoned<>(
                            "not_taken",
                            NotTaken.class,
                            NotTaken::new,
                            NotTaken::reason,
                            NotTaken::at),
                    new Reasoned<>(
                            "cancelled",
                            Cancelled.class,
                            Cancelled::new,
                            Cancelled::reason,
                            Cancelled::at));

    private final ObjectMapper json;

    ShipmentColumns(ObjectMapper json) {
        this.json = json;
    }

    ShipmentFacts read(ResultSet row) throws SQLException {
        Map<Class<? extends ShipmentFact>, ShipmentFact> known = new HashMap<>();
        String parcel = row.getString("parcel");
        if (parcel != null) {
            known.put(Ordered.class, new Ordered(parcel(parcel)));
        }
        for (Moment<?> moment : MOMENTS) {
            moment.read(row, known);
        }
        for (Reasoned<?> reasoned : REASONED) {
            reasoned.read(row, known);
        }
        Instant dispatchedAt = Database.instantOrNull(row, "dispatched_at");
        if (dispatchedAt != null) {
            known.put(
                    Dispatched.class,
                    new Dispatched(
                            row.getString("carrier"),
                            row.getString("tracking_number"),
                            dispatchedAt));
        }
        return new ShipmentFacts(
                Database.uuid(row, "order_id"), Database.uuid(row, "shipment_id"), known);
    }

    /// One list a column.
    List<List<?>> write(List<ShipmentFacts> shipments) {
        List<List<?>> columns = new ArrayList<>();
        columns.add(shipments.stream().map(ShipmentFacts::orderId).toList());
        columns.add(column(shipments, Ordered.class, ordered -> text(ordered.parcel())));
        for (Moment<?> moment : MOMENTS) {
            columns.add(moment.write(shipments));
        }
        for (Reasoned<?> reasoned : REASONED) {
            columns.addAll(reasoned.write(shipments));
        }
        columns.add(column(shipments, Dispatched.class, Dispatched::carrier));
        columns.add(column(shipments, Dispatched.class, Dispatched::trackingNumber));
        columns.add(column(shipments, Dispatched.class, Dispatched::at));
        return columns;
    }

    private static <F extends ShipmentFact> List<?> column(
            List<ShipmentFacts> shipments, Class<F> kind, Function<F, ?> value) {
        return shipments.stream()
                .map(facts -> Optional.ofNullable(facts.find(kind)).map(value).orElse(null))
                .toList();
    }

    private Parcel parcel(String text) {
        try {
            return json.readValue(text, Parcel.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored parcel is not one", e);
        }
    }

    private String text(Parcel parcel) {
        try {
            return json.writeValueAsString(parcel);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a parcel is always JSON", e);
        }
    }
}
