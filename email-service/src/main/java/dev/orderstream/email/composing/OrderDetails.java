package dev.orderstream.email.composing;

import dev.orderstream.events.Address;
import dev.orderstream.events.Customer;
import dev.orderstream.events.Money;
import dev.orderstream.events.OrderEvent.OrderCreated;
import dev.orderstream.events.OrderLine;
import java.util.List;

/// What mails say about an order.
public record OrderDetails(Customer customer, Address address, List<OrderLine> lines, Money total) {

    public OrderDetails {
        lines = List.copyOf(lines);
    }

    static OrderDetails of(OrderCreated order) {
        return new OrderDetails(
                order.customer(), order.shippingAddress(), order.lines(), order.total());
    }
}
