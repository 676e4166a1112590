package dev.orderstream.email.composing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An order that mails can be about.
public final class KnownOrder {

    private final UUID id;
    private final OrderDetails details;

    /// Made for the first of its mails. Two that make it at once make the same.
    private volatile @Nullable OrderView view;

    KnownOrder(UUID id, OrderDetails details) {
        this.id = id;
        this.details = details;
    }

    UUID id() {
        return id;
    }

    public OrderDetails details() {
        return details;
    }

    /// What its mails show of it.
    OrderView view(OrderViews views) {
        OrderView made = view;
        if (made == null) {
            made = views.of(id, details);
            view = made;
        }
        return made;
    }
}
