package dev.orderstream.orders.placing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderstream.events.Address;
import dev.orderstream.events.Customer;
import dev.orderstream.events.Money;
import dev.orderstream.events.OrderLine;
import dev.orderstream.orders.content.OrderContent;
import dev.orderstream.orders.problems.FieldCode;
import dev.orderstream.orders.requests.FieldErrors;
import dev.orderstream.orders.requests.Fields;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads an order out of JSON, field by field; the limits are those of the event's schema.
final class OrderReader {

    private static final int LINES_MAX = 2_000;
    private static final int QUANTITY_MAX = 1_000_000;

    /// The card gateway takes no larger charge.
    static final long AMOUNT_MAX = 99_999_999;

    private final FieldErrors errors;
    private final String owner;
    private final Set<String> currencies;

    OrderReader(FieldErrors errors, String owner, Set<String> currencies) {
        this.errors = errors;
        this.owner = owner;
        this.currencies = currencies;
    }

    /// The order, if no field of it is wrong.
    Optional<OrderContent> read(JsonNode body) {
        Fields root = Fields.root(body, errors);
        Customer customer = customer(root.object("customer"));
        Address address = address(root.object("shippingAddress"));
        List<OrderLine> lines = lines(root);
        String paymentMethod = paymentMethod(root);
        root.refuseOthers();
        return customer == null || address == null || !root.clean()
                ? Optional.empty()
                : Optional.of(new OrderContent(customer, address, lines, paymentMethod));
    }

    private @Nullable Customer customer(Fields fields) {
        String id = fields.optionalText("id", 100);
        String name = fields.text("name", 200);
        String email = fields.text("email", 254);
        String locale = fields.optionalText("locale", 35);
        fields.refuseOthers();
        if (!fields.clean()) {
            return null;
        }
        if (!Texts.isEmail(email)) {
            fields.wrong("email", FieldCode.EMAIL_INVALID, "must be an e-mail address");
        }
        if (locale != null && !Texts.isLanguageTag(locale)) {
            fields.wrong("locale", FieldCode.LOCALE_INVALID, "must be a BCP 47 language tag");
        }
        if (id == null && owner.length() > 100) {
            fields.wrong("id", FieldCode.REQUIRED, "is required, the token's subject is too long");
        }
        return fields.clean() ? new Customer(id == null ? owner : id, name, email, locale) : null;
    }

    private @Nullable Address address(Fields fields) {
        String street = fields.optionalText("street", 300);
        String city = fields.optionalText("city", 100);
        String postalCode = fields.optionalText("postalCode", 20);
        String country = fields.text("country", 2);
        fields.refuseOthers();
        if (fields.clean() && !Texts.isCountry(country)) {
            fields.wrong(
                    "country", FieldCode.COUNTRY_UNKNOWN, "must be an ISO 3166-1 alpha-2 code");
        }
        return fields.clean() ? new Address(street, city, postalCode, country) : null;
    }

    private List<OrderLine> lines(Fields root) {
        return root.objects("lines", LINES_MAX).stream()
                .map(this::line)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<OrderLine> line(Fields fields) {
        String sku = fields.text("sku", 64);
        String description = fields.text("description", 200);
        int quantity = (int) fields.integer("quantity", 1, QUANTITY_MAX);
        Optional<Money> unitPrice = money(fields.object("unitPrice"));
        fields.refuseOthers();
        return fields.clean()
                ? unitPrice.map(price -> new OrderLine(sku, description, quantity, price))
                : Optional.empty();
    }

    private Optional<Money> money(Fields fields) {
        long amount = fields.integer("amount", 0, AMOUNT_MAX);
        String currency = fields.text("currency", 3);
        fields.refuseOthers();
        if (fields.clean() && !currencies.contains(currency)) {
            fields.wrong(
                    "currency",
                    FieldCode.CURRENCY_NOT_SUPPORTED,
                    "must be a currency that is taken");
        }
        return fields.clean() ? Optional.of(new Money(amount, currency)) : Optional.empty();
    }

    private static String paymentMethod(Fields root) {
        String token = root.text("paymentMethod", 255);
        if (!token.isBlank() && !Texts.isPaymentMethod(token)) {
            root.wrong(
                    "paymentMethod",
                    FieldCode.PAYMENT_METHOD_INVALID,
                    "must be a payment method's token, such as pm_card_visa");
        }
        return token;
    }
}
