package dev.orderstream.orders.reading;

import dev.orderstream.events.Money;
import dev.orderstream.orders.content.OrderContent;
import dev.orderstream.orders.lifecycle.OrderFacts;
import dev.orderstream.orders.lifecycle.OrderStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SecondaryRow;

/// An order with its state, for reading only.
@Entity
@Immutable
@Table(name = "customer_order")
@SecondaryTable(
        name = "order_state",
        pkJoinColumns = @PrimaryKeyJoinColumn(name = "order_id", referencedColumnName = "id"))
@SecondaryRow(table = "order_state", optional = false)
class OrderRow {
    @Id UUID id;

    @Column(name = "owner")
    String owner;

    @Column(name = "placed_at")
    Instant placedAt;

    @Column(name = "content")
    @Convert(converter = Columns.Content.class)
    OrderContent content;

    @Column(name = "currency")
    String currency;

    @Column(name = "total_minor")
    long totalMinor;

    @Column(table = "order_state", name = "status")
    @Enumerated(EnumType.STRING)
    OrderStatus status;

    @Column(table = "order_state", name = "facts")
    @Convert(converter = Columns.FactsJson.class)
    OrderFacts facts;

    @Column(table = "order_state", name = "ended")
    boolean ended;

    OrderView view() {
        return OrderView.of(id, placedAt, content, new Money(totalMinor, currency), facts);
    }
}
