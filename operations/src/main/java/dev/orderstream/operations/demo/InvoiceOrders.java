package dev.orderstream.operations.demo;

import dev.orderstream.operations.placing.OrderRequest;
import dev.orderstream.operations.placing.OrderRequest.Address;
import dev.orderstream.operations.placing.OrderRequest.Customer;
import dev.orderstream.operations.placing.Pounds;
import java.util.List;
import java.util.regex.Pattern;

/// Turns an invoice into an order, as honestly as an order can say it.
///
/// Only what no request can express is skipped; all that is merely wrong is for the API to refuse.
final class InvoiceOrders {

    static final String RETURN = "return";
    static final String INCOMPLETE_ROW = "incomplete-row";
    static final String NOT_A_NUMBER = "not-a-number";
    static final String LINES_DISAGREE = "lines-disagree";

    /// A spreadsheet made numbers of the customer ids, and 0 of the missing ones.
    private static final Pattern SPREADSHEET_NUMBER = Pattern.compile("(\\d+)\\.0");

    private static final String NOBODY = "0";

    private InvoiceOrders() {}

    static Order convert(Invoice invoice, String paymentMethod) {
        if (invoice.isReturn()) {
            return new Order.Skipped(RETURN);
        }
        if (!invoice.complete()) {
            return new Order.Skipped(INCOMPLETE_ROW);
        }
        if (invoice.lines().stream().map(InvoiceOrders::recipient).distinct().count() > 1) {
            return new Order.Skipped(LINES_DISAGREE);
        }
        try {
            return new Order.ToPost(request(invoice, paymentMethod), null);
        } catch (NumberFormatException e) {
            return new Order.Skipped(NOT_A_NUMBER);
        }
    }

    private static List<String> recipient(Invoice.Line line) {
        return List.of(line.customerId(), line.country());
    }

    private static OrderRequest request(Invoice invoice, String paymentMethod) {
        Invoice.Line first = invoice.lines().getFirst();
        return new OrderRequest(
                customer(first.customerId()),
                new Address(null, null, null, Countries.code(first.country())),
                invoice.lines().stream().map(InvoiceOrders::line).toList(),
                paymentMethod);
    }

    private static Customer customer(String recorded) {
        String id = SPREADSHEET_NUMBER.matcher(recorded.strip()).replaceFirst("$1");
        if (id.isEmpty() || id.equals(NOBODY)) {
            return new Customer(null, "Guest", "guest@retail.example");
        }
        return new Customer(id, "Customer " + id, "customer-" + id + "@retail.example");
    }

    private static OrderRequest.Line line(Invoice.Line line) {
        return new OrderRequest.Line(
                line.stockCode(),
                line.description(),
                Long.parseLong(line.quantity().strip()),
                Pounds.price(line.unitPrice()));
    }
}
