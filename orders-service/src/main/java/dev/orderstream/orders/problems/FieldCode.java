package dev.orderstream.orders.problems;

/// The catalogue of what can be wrong with one field.
public enum FieldCode {
    REQUIRED("The field is missing or null"),
    UNKNOWN_PROPERTY("There is no such field; totals and states are never taken from outside"),
    WRONG_TYPE("The value has another JSON type than the field"),
    EMPTY("The text is blank, or the list has no element"),
    TOO_LONG("The text has too many characters"),
    TOO_SMALL("The number is below the least allowed"),
    TOO_LARGE("The number is above the greatest allowed"),
    TOO_MANY_ITEMS("The list has too many elements"),
    INVALID_CHARACTERS("The text has control characters or broken surrogates"),
    RESERVED("The text is a code that only we may tell"),
    EMAIL_INVALID("The text is not an e-mail address"),
    COUNTRY_UNKNOWN("The text is not an ISO 3166-1 alpha-2 code"),
    LOCALE_INVALID("The text is not a BCP 47 language tag"),
    PAYMENT_METHOD_INVALID("The text is not the token of a payment method"),
    URL_INVALID("The text is not an http or https URL without user and fragment"),
    CURRENCY_NOT_SUPPORTED("Orders in this currency are not taken"),
    CURRENCIES_MIXED("The currency differs from that of the first line");

    private final String meaning;

    FieldCode(String meaning) {
        this.meaning = meaning;
    }

    /// As it stands in the document, such as `too-small`.
    public String code() {
        return Codes.of(this);
    }

    /// What it says, for the reference page.
    public String meaning() {
        return meaning;
    }
}
