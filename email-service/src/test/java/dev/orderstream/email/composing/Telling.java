package dev.orderstream.email.composing;

import dev.orderstream.events.Money;
import java.time.Instant;
import java.util.UUID;

/// The events that a customer hears of, each with the turn that it brings.
enum Telling {
    CREATED(new Turn.OrderReceived()),
    PAID(new Turn.PaymentSucceeded(amount())),
    NOT_PAID(new Turn.PaymentFailed(amount(), "insufficient_funds")),
    ACTION_REQUIRED(
            new Turn.PaymentActionRequired(
                    amount(),
                    "https://bank.example/confirm?payment=1&step=2",
                    Instant.parse("2026-11-23T11:00:00Z"))),
    DISPATCHED(new Turn.ShipmentDispatched("Simulated Parcels", "SP0123456789AB")),
    DELIVERED(new Turn.ShipmentDelivered()),
    CANCELLED(new Turn.OrderCancelled("cancellation-requested")),
    REFUNDED(new Turn.PaymentRefunded(amount()));

    static final UUID ORDER = new UUID(0, 1);

    private final Turn turn;

    Telling(Turn turn) {
        this.turn = turn;
    }

    Turn turn() {
        return turn;
    }

    boolean bringsOrder() {
        return this == CREATED;
    }

    static MailOrder.Learnt learn(MailOrder order, Telling event) {
        return order.learn(event.turn(), event.bringsOrder());
    }

    private static Money amount() {
        return new Money(2208, "GBP");
    }
}
