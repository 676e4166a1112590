package dev.orderstream.orders.testing;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Request bodies.
public final class Bodies {

    private static final String LINE =
            """
            {"sku":"85123A","description":"WHITE HANGING HEART","quantity":%s,"unitPrice":{"amount":%s,"currency":"%s"}}\
            """;

    private Bodies() {}

    public static String good() {
        return lines(line("2", "255", "GBP"));
    }

    /// An endpoint at which there may be a receiver.
    public static String endpoint() {
        return "{\"url\":\"%s/200/hooks\"}".formatted(Receiver.origin());
    }

    public static String line(String quantity, String amount, String currency) {
        return LINE.formatted(quantity, amount, currency);
    }

    public static String repeated(int count, String line) {
        return lines(
                IntStream.range(0, count).mapToObj(i -> line).collect(Collectors.joining(",")));
    }

    public static String lines(String lines) {
        return """
        {"customer":{"name":"Ada Lovelace","email":"ada@example.org","locale":"en-GB"},
         "shippingAddress":{"street":"1 Main St","city":"London","postalCode":"N1","country":"GB"},
         "lines":[%s],"paymentMethod":"pm_card_visa"}
        """
                .formatted(lines);
    }
}
