package dev.orderstream.orders.problems;

/// One field that is wrong.
///
/// @param pointer RFC 6901 JSON pointer into the request body
/// @param detail the rule, never the value
public record FieldError(String pointer, String detail, String code) {

    /// A field that breaks this rule.
    public FieldError(String pointer, FieldCode code, String detail) {
        this(pointer, detail, code.code());
    }
}
