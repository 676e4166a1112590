package dev.orderstream.payments.charging;

import dev.orderstream.events.Money;
import dev.orderstream.events.PaymentEvent;
import dev.orderstream.events.PaymentEvent.PaymentActionRequired;
import dev.orderstream.events.PaymentEvent.PaymentFailed;
import dev.orderstream.events.PaymentEvent.PaymentRefunded;
import dev.orderstream.events.PaymentEvent.PaymentSucceeded;
import dev.orderstream.payments.charging.PaymentFacts.ActionRequired;
import dev.orderstream.payments.charging.PaymentFacts.Captured;
import dev.orderstream.payments.charging.PaymentFacts.Declined;
import dev.orderstream.payments.charging.PaymentFacts.Refunded;
import dev.orderstream.payments.charging.PaymentFacts.Withdrawn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which events a change of the facts is worth: each fact is told once, when it is new.
final class News {

    private News() {}

    static List<PaymentEvent> between(PaymentId id, PaymentFacts before, PaymentFacts after) {
        if (after.ordered() == null) {
            return List.of();
        }
        Money amount = after.ordered().amount();
        List<PaymentEvent> news = new ArrayList<>();
        if (before.action() == null
                && after.action() instanceof ActionRequired action
                && after.status() == PaymentStatus.ACTION_REQUIRED) {
            news.add(
                    new PaymentActionRequired(
                            id.orderId(),
                            id.paymentId(),
                            amount,
                            action.url(),
                            action.expiresAt()));
        }
        if (before.answer() == null && after.answer() != null) {
            answered(id, amount, after.answer()).ifPresent(news::add);
        }
        // A refund that failed after it was told is followed by another one, which is not told.
        if (before.refunds().last() == null && after.refunds().last() instanceof Refunded first) {
            news.add(
                    new PaymentRefunded(
                            id.orderId(), id.paymentId(), amount, first.reference(), first.at()));
        }
        return news;
    }

    private static Optional<PaymentEvent> answered(
            PaymentId id, Money amount, PaymentFacts.Answer answer) {
        return switch (answer) {
            case Captured(var reference, var at) ->
                    Optional.of(
                            new PaymentSucceeded(
                                    id.orderId(), id.paymentId(), amount, reference, at));
            case Declined(var reason, var reference, var at) ->
                    Optional.of(
                            new PaymentFailed(
                                    id.orderId(), id.paymentId(), amount, reason, reference, at));
            case Withdrawn _ -> Optional.empty();
        };
    }
}
