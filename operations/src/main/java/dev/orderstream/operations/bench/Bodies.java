package dev.orderstream.operations.bench;

import dev.orderstream.operations.console.CommandFailure;
import dev.orderstream.operations.placing.OrderRequest;
import dev.orderstream.operations.placing.OrderRequest.Address;
import dev.orderstream.operations.placing.OrderRequest.Customer;
import dev.orderstream.operations.placing.OrderRequest.Line;
import dev.orderstream.operations.placing.Pounds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/// Prepares the bodies that are posted.
final class Bodies {

    private static final String CATALOG = "catalog.csv";
    static final int LINES_MAX = 2000;

    private Bodies() {}

    /// One body of so many lines.
    static List<byte[]> ofLines(int lines) {
        return List.of(
                body(
                        IntStream.rangeClosed(1, lines)
                                .mapToObj(i -> line("SKU-" + i, "Item number " + i, "1.99"))
                                .toList()));
    }

    /// A body for each basket of a file of stock codes, priced by the catalogue beside it.
    ///
    /// An item that has no price there is left out, and so is a basket of none but such.
    static List<byte[]> ofBaskets(Path file) {
        try (Stream<String> baskets = Files.lines(file)) {
            Map<String, Line> lines = catalogue(file.resolveSibling(CATALOG));
            List<byte[]> bodies = new ArrayList<>();
            baskets.map(basket -> lines(basket, lines))
                    .filter(priced -> !priced.isEmpty())
                    .forEach(priced -> bodies.add(body(priced)));
            if (bodies.isEmpty()) {
                throw CommandFailure.usage(file + " has no basket of known items.");
            }
            return bodies;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static List<Line> lines(String basket, Map<String, Line> lines) {
        return Stream.of(basket.split(","))
                .map(String::strip)
                .filter(lines::containsKey)
                .map(lines::get)
                .limit(LINES_MAX)
                .toList();
    }

    private static Map<String, Line> catalogue(Path file) {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        Map<String, Line> lines = new HashMap<>();
        try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            rows.forEach(row -> {
                String code = row.get("StockCode");
                lines.put(code, line(code, row.get("Description"), row.get("UnitPrice")));
            });
            return lines;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static CommandFailure unreadable(Path file, IOException e) {
        return CommandFailure.usage(
                e instanceof NoSuchFileException
                        ? "There is no file " + file + "."
                        : file + " cannot be read: " + e.getMessage());
    }

    private static Line line(String sku, String description, String pounds) {
        return new Line(sku, description, 1, Pounds.price(pounds));
    }

    private static byte[] body(List<Line> lines) {
        OrderRequest order =
                new OrderRequest(
                        new Customer("bench", "Bench", "bench@customer.example"),
                        new Address("1 Long Road", "Bath", "BA1 1AA", "GB"),
                        lines,
                        "pm_card_visa");
        return order.json().getBytes(StandardCharsets.UTF_8);
    }
}
