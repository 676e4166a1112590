package dev.orderstream.payments.charging;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.events.OrderEvent.OrderCreated;
import dev.orderstream.payments.charging.PaymentFacts.Answer;
import dev.orderstream.payments.charging.PaymentFacts.Said;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The payments: one for each order.
@ApplicationScoped
public class Payments implements PanacheRepositoryBase<Payment, UUID> {

    private final Database database;

    Payments(Database database) {
        this.database = database;
    }

    /// A payment and what is known of it.
    public record Known(UUID orderId, UUID paymentId, PaymentFacts facts) {}

    /// What is known of an order's payment.
    public Optional<Known> known(UUID orderId) {
        return find("orderId", orderId)
                .firstResultOptional()
                .map(row -> new Known(row.orderId, row.paymentId, row.facts()));
    }

    /// How the charge of an order ended, if that is known by now.
    Optional<Answer> answer(UUID orderId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> known(orderId).map(known -> known.facts().answer()));
    }

    /// What the gateway said of an order's charge, if it said anything by now.
    Optional<Said> said(UUID orderId) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        known(orderId)
                                .map(Known::facts)
                                .map(facts ->
                                        facts.answer() == null ? facts.action() : facts.answer()));
    }

    /// Adds the payments of orders that this service has not heard of.
    ///
    /// @return the new payments; an order that is missing has a row already
    List<PaymentId> add(List<OrderCreated> orders) {
        return database.query(
                """
                INSERT INTO payment (payment_id, order_id, amount_minor, currency, payment_method)
                SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::text[], ?::text[])
                  AS t(payment_id, order_id, amount_minor, currency, payment_method)
                ORDER BY order_id
                ON CONFLICT (order_id) DO NOTHING
                RETURNING order_id, payment_id
                """,
                row ->
                        new PaymentId(
                                Database.uuid(row, "order_id"), Database.uuid(row, "payment_id")),
                orders.stream().map(order -> Ids.next()).toList(),
                orders.stream().map(OrderCreated::orderId).toList(),
                orders.stream().map(order -> order.total().amount()).toList(),
                orders.stream().map(order -> order.total().currency()).toList(),
                orders.stream().map(OrderCreated::paymentMethod).toList());
    }

    /// Makes sure that each order has a row, though nothing be known of it yet.
    void addPlaceholders(Collection<UUID> orderIds) {
        List<UUID> rows = List.copyOf(orderIds);
        database.update(
                """
                INSERT INTO payment (payment_id, order_id)
                SELECT * FROM unnest(?::uuid[], ?::uuid[]) AS t(payment_id, order_id)
                ORDER BY order_id
                ON CONFLICT (order_id) DO NOTHING
                """,
                rows.stream().map(row -> Ids.next()).toList(),
                rows);
    }

    /// These orders' payments by order, locked in the order of their ids so that replicas cannot
    /// deadlock.
    Map<UUID, Payment> locked(Collection<UUID> orderIds) {
        return find("orderId in ?1 order by orderId", orderIds)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .stream()
                .collect(Collectors.toMap(payment -> payment.orderId, Function.identity()));
    }
}
