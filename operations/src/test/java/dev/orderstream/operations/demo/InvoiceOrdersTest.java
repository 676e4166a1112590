package dev.orderstream.operations.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderstream.operations.console.CommandFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Dirty invoices become what an order can say of them, and nothing is lost on the way.
class InvoiceOrdersTest {

    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    @Test
    void theLinesOfAnInvoiceBecomeOneOrderInPence() throws IOException {
        List<Order> orders =
                convert(
                        """
                        1,A1,"LANTERN, ""WHITE\""",6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
                        2,B1,MUG,1,2010-12-01 08:27:00,0.1,12583.0,EIRE
                        1,A2,TEAPOT,2,2010-12-01 08:26:00,24,17850.0,United Kingdom
                        """);

        assertThat(orders).hasSize(2);
        assertThat(json(orders.getFirst()))
                .isEqualTo(
                        """
                        {"customer":{"id":"17850","name":"Customer 17850","email":"customer-17850@retail.example"},\
                        "shippingAddress":{"country":"GB"},\
                        "lines":[{"sku":"A1","description":"LANTERN, \\"WHITE\\"","quantity":6,"unitPrice":{"amount":255,"currency":"GBP"}},\
                        {"sku":"A2","description":"TEAPOT","quantity":2,"unitPrice":{"amount":2400,"currency":"GBP"}}],\
                        "paymentMethod":"pm_card_visa"}\
                        """);
        assertThat(json(orders.getLast())).contains("\"country\":\"IE\"", "\"amount\":10,");
    }

    @Test
    void aReturnIsNotAnOrder() throws IOException {
        assertThat(convert("C1,A1,LANTERN,-6,2010-12-01 08:26:00,2.55,17850.0,France\n"))
                .containsExactly(new Order.Skipped("return"));
    }

    @Test
    void whatTheApiMustRefuseIsPassedOnAsItIs() throws IOException {
        List<Order> orders =
                convert(
                        """
                        1,A1,,-30,2010-12-03 16:50:00,0.0,0.0,Unspecified
                        A2,B,Adjust bad debt,1,2011-08-12 14:50:00,-11062.06,0.0,United Kingdom
                        3,X,FRACTION,1,2011-08-12 14:50:00,0.001,0.0,United Kingdom
                        """);

        assertThat(json(orders.get(0)))
                .contains("\"description\":\"\"", "\"quantity\":-30", "\"country\":\"Unspecified\"")
                .contains("\"amount\":0,");
        assertThat(json(orders.get(1))).contains("\"amount\":-1106206,");
        assertThat(json(orders.get(2))).contains("\"amount\":0.1,");
    }

    @Test
    void aMissingCustomerIsAGuest() throws IOException {
        String missing = "1,A1,MUG,1,2010-12-03 16:50:00,1.0,%s,Japan\n";
        for (String none : List.of("0.0", "", "0")) {
            assertThat(json(convert(missing.formatted(none)).getFirst()))
                    .contains("\"customer\":{\"name\":\"Guest\",\"email\":");
        }
    }

    @Test
    void whatNoRequestCanSayIsSkippedUnderItsReason() throws IOException {
        assertThat(
                        convert(
                                """
                                1,A1,MUG,many,2010-12-03 16:50:00,1.0,1.0,Japan
                                2,A1,MUG,1,2010-12-03 16:50:00,free,1.0,Japan
                                3,A1,MUG,1,2010-12-03 16:50:00,1.0
                                4,A1,MUG,1,2010-12-03 16:50:00,1.0,1.0,Japan
                                4,A1,MUG,1,2010-12-03 16:50:00,1.0,1.0,Norway
                                """))
                .containsExactly(
                        new Order.Skipped("not-a-number"),
                        new Order.Skipped("not-a-number"),
                        new Order.Skipped("incomplete-row"),
                        new Order.Skipped("lines-disagree"));
    }

    @Test
    void aFileOfOtherColumnsIsUsage() {
        assertThatThrownBy(() -> read("a,b\n1,2\n"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("no column InvoiceNo");
    }

    @Test
    void aByteOrderMarkIsNoPartOfAColumnsName() throws IOException {
        assertThat(read("\uFEFF" + HEADER + "1,A,B,1,d,1.0,1.0,Japan\n")).hasSize(1);
    }

    private static List<Order> convert(String rows) throws IOException {
        return read(HEADER + rows).stream()
                .map(invoice -> InvoiceOrders.convert(invoice, "pm_card_visa"))
                .toList();
    }

    private static List<Invoice> read(String csv) throws IOException {
        return Invoices.read("test", new BufferedReader(new StringReader(csv)));
    }

    private static String json(Order order) {
        return ((Order.ToPost) order).request().json();
    }
}
