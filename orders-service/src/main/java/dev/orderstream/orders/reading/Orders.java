package dev.orderstream.orders.reading;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All orders, seen through the eyes of a caller.
@ApplicationScoped
public class Orders implements PanacheRepositoryBase<OrderRow, UUID> {

    private static final UUID NEWEST = new UUID(-1L, -1L);

    /// An order, if it exists and the caller may know that it does.
    public Optional<OrderView> visible(UUID id, Caller caller) {
        return findByIdOptional(id)
                .filter(row -> caller.operator() || row.owner.equals(caller.subject()))
                .map(OrderRow::view);
    }

    OrderPage page(Caller caller, @Nullable Cursor cursor, int limit) {
        var parameters = Parameters.with("before", cursor == null ? NEWEST : cursor.after());
        Sort newestFirst = Sort.descending("id");
        PanacheQuery<OrderRow> query =
                caller.operator()
                        ? find("id < :before", newestFirst, parameters)
                        : find(
                                "owner = :owner and id < :before",
                                newestFirst,
                                parameters.and("owner", caller.subject()));
        // One more than asked for tells whether there is a next page.
        List<OrderRow> rows = query.range(0, limit).list();
        boolean more = rows.size() > limit;
        List<OrderRow> shown = more ? rows.subList(0, limit) : rows;
        return new OrderPage(
                shown.stream().map(OrderRow::view).toList(),
                more ? new Cursor(shown.getLast().id).text() : null);
    }
}
