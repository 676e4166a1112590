package dev.orderstream.operations.demo;

import dev.orderstream.operations.console.CommandFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Reads invoices in the format of the Online Retail data set.
final class Invoices {

    private static final String NUMBER = "InvoiceNo";
    private static final List<String> COLUMNS =
            List.of(
                    NUMBER,
                    "StockCode",
                    "Description",
                    "Quantity",
                    "UnitPrice",
                    "CustomerID",
                    "Country");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Invoices() {}

    static List<Invoice> read(Path file) {
        try (BufferedReader text = Files.newBufferedReader(file)) {
            return read(file.toString(), text);
        } catch (NoSuchFileException e) {
            throw CommandFailure.usage("There is no file " + file + ".");
        } catch (CharacterCodingException e) {
            throw CommandFailure.usage(file + " is not UTF-8 text.");
        } catch (UncheckedIOException e) {
            // The parser's own, with its class in front of what it says.
            throw notCsv(file, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw notCsv(file, e);
        }
    }

    private static CommandFailure notCsv(Path file, IOException e) {
        return CommandFailure.usage("'" + file + "' is no CSV file: " + e.getMessage());
    }

    /// @param name of the text, for messages
    static List<Invoice> read(String name, BufferedReader text) throws IOException {
        skipByteOrderMark(text);
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser rows = CSVParser.builder().setReader(text).setFormat(format).get()) {
            requireColumns(name, rows);
            Map<String, List<CSVRecord>> byNumber = new LinkedHashMap<>();
            for (CSVRecord row : rows) {
                byNumber.computeIfAbsent(row.get(NUMBER), unused -> new ArrayList<>()).add(row);
            }
            return byNumber.entrySet().stream()
                    .map(entry -> invoice(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }

    private static void skipByteOrderMark(Reader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
    }

    private static void requireColumns(String name, CSVParser rows) {
        for (String column : COLUMNS) {
            if (!rows.getHeaderNames().contains(column)) {
                throw CommandFailure.usage(
                        name + " has no column " + column + "; it needs " + COLUMNS + ".");
            }
        }
    }

    private static Invoice invoice(String number, List<CSVRecord> rows) {
        boolean complete = rows.stream().allMatch(CSVRecord::isConsistent);
        return new Invoice(
                number.strip(),
                complete ? rows.stream().map(Invoices::line).toList() : List.of(),
                complete);
    }

    private static Invoice.Line line(CSVRecord row) {
        return new Invoice.Line(
                row.get("StockCode"),
                row.get("Description"),
                row.get("Quantity"),
                row.get("UnitPrice"),
                row.get("CustomerID"),
                row.get("Country"));
    }
}
