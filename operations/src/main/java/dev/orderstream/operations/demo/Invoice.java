package dev.orderstream.operations.demo;

import java.util.List;

/// An invoice as it was recorded, all its lines together.
///
/// @param complete whether each of its lines had every column
record Invoice(String number, List<Line> lines, boolean complete) {

    /// One recorded line; nothing in it is known to make sense.
    record Line(
            String stockCode,
            String description,
            String quantity,
            String unitPrice,
            String customerId,
            String country) {}

    /// Goods that came back are recorded as an invoice of their own.
    boolean isReturn() {
        return number.startsWith("C");
    }
}
