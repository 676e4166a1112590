package dev.orderstream.events;

/// One line of an order.
///
/// @param unitPrice the price of one item, tax included
public record OrderLine(String sku, String description, int quantity, Money unitPrice) {
    public OrderLine {
        Require.text("line.sku", sku, 64);
        Require.text("line.description", description, 200);
        Require.positive("line.quantity", quantity);
        Require.present("line.unitPrice", unitPrice);
    }
}
