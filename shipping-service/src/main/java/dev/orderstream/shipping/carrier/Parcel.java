package dev.orderstream.shipping.carrier;

import dev.orderstream.events.Address;
import dev.orderstream.events.OrderEvent.OrderCreated;
import java.util.List;

/// Where a parcel goes and what is in it.
public record Parcel(String recipient, Address address, List<Item> items) {

    /// So many of one stock-keeping unit.
    public record Item(String sku, int quantity) {}

    /// The parcel of an order.
    public static Parcel of(OrderCreated order) {
        return new Parcel(
                order.customer().name(),
                order.shippingAddress(),
                order.lines().stream().map(line -> new Item(line.sku(), line.quantity())).toList());
    }
}
