package dev.orderstream.orders.reading;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// An order that had not ended when it was past its time, for reading only.
@Entity
@Immutable
@Table(name = "overdue_order")
class OverdueRow {
    @Id
    @Column(name = "order_id")
    UUID orderId;
}
