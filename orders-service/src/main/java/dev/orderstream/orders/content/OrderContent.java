package dev.orderstream.orders.content;

import dev.orderstream.events.Address;
import dev.orderstream.events.Customer;
import dev.orderstream.events.OrderLine;
import java.util.List;

/// What was ordered, by whom, for where, and how it is paid.
///
/// @param paymentMethod the gateway's token, never a card number
public record OrderContent(
        Customer customer, Address shippingAddress, List<OrderLine> lines, String paymentMethod) {
    public OrderContent {
        lines = List.copyOf(lines);
    }
}
