package dev.orderstream.orders.placing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderstream.events.Money;
import dev.orderstream.events.OrderLine;
import dev.orderstream.orders.content.OrderContent;
import dev.orderstream.orders.problems.FieldCode;
import dev.orderstream.orders.problems.FieldError;
import dev.orderstream.orders.problems.ProblemCode;
import dev.orderstream.orders.requests.FieldErrors;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Decides whether a body is an order that can be taken; a plain function.
final class OrderRules {

    private OrderRules() {}

    /// @param owner stands for the customer id where the body has none
    /// @param currencies the currencies that are taken, all of two decimals
    static Verdict judge(JsonNode body, String owner, Set<String> currencies) {
        FieldErrors errors = new FieldErrors();
        return new OrderReader(errors, owner, currencies)
                .read(body)
                .map(OrderRules::judgeWhole)
                .orElseGet(() -> refused(errors.list()));
    }

    private static Verdict judgeWhole(OrderContent content) {
        List<FieldError> mixed = otherCurrencies(content.lines());
        if (!mixed.isEmpty()) {
            return new Verdict.Refused(
                    ProblemCode.CURRENCIES_MIXED, "An order is charged in one currency.", mixed);
        }
        try {
            return judgeTotal(content, total(content.lines()));
        } catch (ArithmeticException e) {
            return tooLarge();
        }
    }

    private static Verdict judgeTotal(OrderContent content, Money total) {
        if (total.amount() == 0) {
            return new Verdict.Refused(
                    ProblemCode.TOTAL_NOT_CHARGEABLE,
                    "Items may be free, but the sum of all lines must be above zero.");
        }
        return total.amount() > OrderReader.AMOUNT_MAX
                ? tooLarge()
                : new Verdict.Accepted(content, total);
    }

    private static Verdict tooLarge() {
        return new Verdict.Refused(
                ProblemCode.TOTAL_TOO_LARGE,
                "The sum of all lines may be at most %d minor units."
                        .formatted(OrderReader.AMOUNT_MAX));
    }

    private static Money total(List<OrderLine> lines) {
        return lines.stream()
                .map(line -> line.unitPrice().times(line.quantity()))
                .reduce(Money::plus)
                .orElseThrow();
    }

    private static List<FieldError> otherCurrencies(List<OrderLine> lines) {
        String first = lines.getFirst().unitPrice().currency();
        return IntStream.range(0, lines.size())
                .filter(i -> !lines.get(i).unitPrice().currency().equals(first))
                .limit(1)
                .mapToObj(i ->
                        new FieldError(
                                "/lines/" + i + "/unitPrice/currency",
                                FieldCode.CURRENCIES_MIXED,
                                "must be that of the first line"))
                .toList();
    }

    /// A currency that is not taken has its own problem when nothing else is wrong.
    private static Verdict refused(List<FieldError> errors) {
        String currency = FieldCode.CURRENCY_NOT_SUPPORTED.code();
        return errors.stream().allMatch(error -> error.code().equals(currency))
                ? new Verdict.Refused(
                        ProblemCode.CURRENCY_NOT_SUPPORTED,
                        "Orders in this currency are not taken.",
                        errors)
                : new Verdict.Refused(
                        ProblemCode.VALIDATION_FAILED, "See errors for each field.", errors);
    }
}
