package dev.orderstream.email.composing;

import dev.orderstream.events.Address;
import dev.orderstream.events.OrderLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/// Makes orders presentable.
@ApplicationScoped
class OrderViews {

    /// The storefront's page shows all; mail programs cut a mail off at about 100 kB.
    private static final int LINES_MAX = 50;

    private static final int REFERENCE_LENGTH = 8;

    private final MoneyFormat money;
    private final Links links;

    OrderViews(MoneyFormat money, Links links) {
        this.money = money;
        this.links = links;
    }

    OrderView of(UUID orderId, OrderDetails order) {
        Locale locale = money.locale(order.customer().locale());
        List<OrderLine> lines = order.lines();
        String id = orderId.toString();
        return new OrderView(
                // The end of a UUIDv7 is its random part.
                id.substring(id.length() - REFERENCE_LENGTH).toUpperCase(Locale.ROOT),
                links.order(orderId),
                OneLine.of(order.customer().name()),
                lines.stream().limit(LINES_MAX).map(line -> line(line, locale)).toList(),
                Math.max(0, lines.size() - LINES_MAX),
                money.format(order.total(), locale),
                address(order.address(), locale));
    }

    private OrderView.Line line(OrderLine line, Locale locale) {
        return new OrderView.Line(
                OneLine.of(line.description()),
                line.quantity(),
                money.format(line.unitPrice(), locale),
                money.format(line.unitPrice().times(line.quantity()), locale));
    }

    private static List<String> address(Address address, Locale locale) {
        return Stream.of(
                        address.street(),
                        address.postalCode(),
                        address.city(),
                        Locale.of("", address.country()).getDisplayCountry(locale))
                .filter(part -> part != null && !part.isBlank())
                .map(OneLine::of)
                .toList();
    }
}
