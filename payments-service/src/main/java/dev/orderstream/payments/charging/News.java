package dev.orderstream.payments.charging;

import dev.orderstream.events.Money;
import dev.orderstream.events.PaymentEvent;
import dev.orderstream.events.PaymentEvent.PaymentFailed;
import dev.orderstream.events.PaymentEvent.PaymentRefunded;
import dev.orderstream.events.PaymentEvent.PaymentSucceeded;
import dev.orderstream.payments.charging.PaymentFacts.Captured;
import dev.orderstream.payments.charging.PaymentFacts.Declined;
import dev.orderstream.payments.charging.PaymentFacts.Refunded;
import java.util.ArrayList;
import java.util.List;

/// Which events a change of the facts is worth: each fact is told once, when it is new.
final class News {

    private News() {}

    static List<PaymentEvent> between(PaymentId id, PaymentFacts before, PaymentFacts after) {
        List<PaymentEvent> news = new ArrayList<>();
        if (after.ordered() == null) {
            return news;
        }
        Money amount = after.ordered().amount();
        if (before.answer() == null && after.answer() != null) {
            news.add(answered(id, amount, after.answer()));
        }
        if (before.refunded() == null && after.refunded() instanceof Refunded refunded) {
            news.add(
                    new PaymentRefunded(
                            id.orderId(),
                            id.paymentId(),
                            amount,
                            refunded.reference(),
                            refunded.at()));
        }
        return news;
    }

    private static PaymentEvent answered(PaymentId id, Money amount, PaymentFacts.Answer answer) {
        return switch (answer) {
            case Captured(var reference, var at) ->
                    new PaymentSucceeded(id.orderId(), id.paymentId(), amount, reference, at);
            case Declined(var reason, var reference, var at) ->
                    new PaymentFailed(id.orderId(), id.paymentId(), amount, reason, reference, at);
        };
    }
}
