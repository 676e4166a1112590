package dev.orderstream.orders.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderstream.events.Money;
import dev.orderstream.orders.problems.FieldError;
import dev.orderstream.orders.problems.ProblemCode;
import dev.orderstream.orders.requests.RequestJson;
import dev.orderstream.orders.testing.Bodies;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is taken for an order, what is not, and how exactly it is told.
class OrderRulesTest {

    private static final Set<String> CURRENCIES = Set.of("GBP", "EUR");

    @Test
    void theTotalIsTheSumOfAllLines() {
        String lines =
                String.join(
                        ",",
                        Bodies.line("3", "255", "EUR"),
                        Bodies.line("1", "0", "EUR"),
                        Bodies.line("1000000", "7", "EUR"));

        assertThat(judge(Bodies.lines(lines)))
                .isInstanceOfSatisfying(
                        Verdict.Accepted.class,
                        order -> assertThat(order.total()).isEqualTo(new Money(7_000_765, "EUR")));
    }

    @Test
    void twoThousandOfTheDearestLinesDoNotOverflow() {
        assertThat(
                        refused(Bodies.repeated(2_000, Bodies.line("1000000", "99999999", "GBP")))
                                .code())
                .isEqualTo(ProblemCode.TOTAL_TOO_LARGE);
    }

    @Test
    void theOwnerIsTheCustomerWhereNoneIsNamed() {
        assertThat(judge(Bodies.good()))
                .isInstanceOfSatisfying(
                        Verdict.Accepted.class,
                        o -> assertThat(o.content().customer().id()).isEqualTo("owner"));
    }

    @ParameterizedTest
    @CsvSource({
        "/customer,        name,          '',                   empty",
        "/customer,        name,          '   ',                empty",
        "/customer,        email,         nobody,               email-invalid",
        "/customer,        email,         a@b,                  email-invalid",
        "/customer,        email,         'a@b.c, d@e.f',       email-invalid",
        "/customer,        locale,        not_a_locale,         locale-invalid",
        "/shippingAddress, country,       XX,                   country-unknown",
        "/shippingAddress, country,       gb,                   country-unknown",
        "/shippingAddress, country,       United Kingdom,       too-long",
        "/lines/0,         description,   '',                   empty",
        "/lines/0,         sku,           '',                   empty",
        "'',               paymentMethod, 4242424242424242,     payment-method-invalid",
        "'',               total,         1,                    unknown-property",
        "/customer,        a/b~c,         1,                    unknown-property",
    })
    void aWrongTextIsNamedByItsPointer(String parent, String name, String value, String code) {
        JsonNode body = parsed(Bodies.good());
        ((ObjectNode) body.at(parent)).put(name, value);

        Verdict.Refused refused = refused(body);

        assertThat(refused.code()).isEqualTo(ProblemCode.VALIDATION_FAILED);
        assertThat(refused.errors())
                .extracting(FieldError::code, FieldError::pointer)
                .containsExactly(
                        tuple(code, parent + "/" + name.replace("~", "~0").replace("/", "~1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: b", "a\u0000b", "a\ud800b", "a\u0085b"})
    void controlCharactersAreRefused(String value) {
        JsonNode body = parsed(Bodies.good());
        ((ObjectNode) body.at("/customer")).put("name", value);

        assertThat(refused(body).errors())
                .extracting(FieldError::code)
                .containsExactly("invalid-characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/customer",
                "/customer/name",
                "/customer/email",
                "/shippingAddress",
                "/shippingAddress/country",
                "/lines",
                "/lines/0/sku",
                "/lines/0/unitPrice",
                "/lines/0/unitPrice/amount",
                "/paymentMethod"
            })
    void whatIsMissingIsNamedOnce(String pointer) {
        JsonNode body = parsed(Bodies.good());
        int cut = pointer.lastIndexOf('/');
        ((ObjectNode) body.at(pointer.substring(0, cut))).remove(pointer.substring(cut + 1));

        assertThat(refused(body).errors())
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(tuple(pointer, "required"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "null", "\"order\"", "{}", "{\"lines\":[1]}"})
    void otherJsonIsRefused(String body) {
        assertThat(refused(parsed(body)).errors()).isNotEmpty();
    }

    @Test
    void aHundredErrorsAreEnough() {
        assertThat(refused(Bodies.repeated(1_000, Bodies.line("0", "1", "GBP"))).errors())
                .hasSize(100);
    }

    private static Verdict.Refused refused(String body) {
        return refused(parsed(body));
    }

    private static Verdict.Refused refused(JsonNode body) {
        return (Verdict.Refused) OrderRules.judge(body, "owner", CURRENCIES);
    }

    private static Verdict judge(String body) {
        return OrderRules.judge(parsed(body), "owner", CURRENCIES);
    }

    private static JsonNode parsed(String body) {
        return RequestJson.parse(body.getBytes(StandardCharsets.UTF_8));
    }
}
