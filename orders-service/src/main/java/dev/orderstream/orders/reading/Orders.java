package dev.orderstream.orders.reading;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All orders, seen through the eyes of a caller.
@ApplicationScoped
public class Orders implements PanacheRepositoryBase<OrderRow, UUID> {

    /// An order, if it exists and the caller may know that it does.
    public Optional<OrderView> visible(UUID id, Caller caller) {
        return find(id, caller).map(OrderRow::view);
    }

    Optional<OrderRow> find(UUID id, Caller caller) {
        return findByIdOptional(id)
                .filter(row -> caller.operator() || row.owner.equals(caller.subject()));
    }

    OrderPage page(Caller caller, OrderFilter filter, @Nullable Cursor cursor, int limit) {
        OrderQuery query = OrderQuery.of(caller, filter, cursor);
        // One more than asked for tells whether there is a next page.
        List<OrderRow> rows =
                find(query.text(), Sort.descending("id"), query.parameters())
                        .range(0, limit)
                        .list();
        boolean more = rows.size() > limit;
        List<OrderRow> shown = more ? rows.subList(0, limit) : rows;
        return new OrderPage(
                shown.stream().map(OrderRow::view).toList(),
                more ? new Cursor(shown.getLast().id).text() : null);
    }
}
