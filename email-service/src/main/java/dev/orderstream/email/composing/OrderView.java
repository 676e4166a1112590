package dev.orderstream.email.composing;

import java.util.List;

/// An order as templates show it: texts only, formatted for the customer's locale.
///
/// @param reference what a person can say on the telephone
/// @param url the order's page at the storefront
/// @param moreLines how many lines are left out
record OrderView(
        String reference,
        String url,
        String customer,
        List<Line> lines,
        int moreLines,
        String total,
        List<String> address) {

    /// One line of the order.
    record Line(String description, int quantity, String unitPrice, String sum) {}
}
