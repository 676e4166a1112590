package dev.orderstream.payments.charging;

import dev.orderstream.delivery.database.AfterCommit;
import dev.orderstream.delivery.effects.Effect;
import dev.orderstream.delivery.effects.Effects;
import dev.orderstream.delivery.effects.NewEffect;
import dev.orderstream.delivery.effects.Performed;
import dev.orderstream.delivery.outbox.Cause;
import dev.orderstream.delivery.outbox.NewEvent;
import dev.orderstream.delivery.outbox.Outbox;
import dev.orderstream.payments.charging.PaymentFacts.Captured;
import dev.orderstream.payments.charging.PaymentFacts.Said;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Merges what was learnt into the payments, posts the money that moved, tells what is new, and
/// asks for the calls that follow.
@ApplicationScoped
class Learning {

    /// One fact about one order.
    record Learnt(UUID orderId, UnaryOperator<PaymentFacts> fact, Cause cause) {}

    private final Payments payments;
    private final Ledger ledger;
    private final Outbox outbox;
    private final Effects effects;
    private final RecordedCaptures captures;
    private final AfterCommit afterCommit;
    private final Clock clock;

    Learning(
            Payments payments,
            Ledger ledger,
            Outbox outbox,
            Effects effects,
            RecordedCaptures captures,
            AfterCommit afterCommit,
            Clock clock) {
        this.payments = payments;
        this.ledger = ledger;
        this.outbox = outbox;
        this.effects = effects;
        this.captures = captures;
        this.afterCommit = afterCommit;
        this.clock = clock;
    }

    /// Learns what the gateway answered to these calls, in the current transaction.
    <I> void learnAnswers(List<Performed<I, Said>> performed) {
        learn(performed.stream().map(call -> learnt(call.effect(), call.result())).toList());
    }

    private static Learnt learnt(Effect<?> effect, Said said) {
        return new Learnt(effect.orderId(), facts -> facts.with(said), effect.cause());
    }

    /// Learns these facts about orders that have a row, in the current transaction.
    void learn(List<Learnt> facts) {
        if (facts.isEmpty()) {
            return;
        }
        Map<UUID, Payment> rows =
                payments.locked(facts.stream().map(Learnt::orderId).distinct().toList());
        Instant now = clock.instant();
        List<NewEvent> news = new ArrayList<>();
        List<NewEffect> calls = new ArrayList<>();
        List<Transfer> transfers = new ArrayList<>();
        List<UUID> captured = new ArrayList<>();
        for (Learnt learnt : facts) {
            Payment payment = Objects.requireNonNull(rows.get(learnt.orderId()));
            PaymentFacts before = payment.facts();
            PaymentFacts after = learnt.fact().apply(before);
            payment.become(after);
            PaymentId id = new PaymentId(payment.orderId, payment.paymentId);
            News.between(id, before, after)
                    .forEach(event -> news.add(new NewEvent(event, now, learnt.cause())));
            transfers.addAll(Transfer.between(id, before, after));
            if (after.answer() instanceof Captured) {
                captured.add(payment.orderId);
            }
            Calls.between(id, before, after)
                    .ifPresent(call -> calls.add(call.due(now, learnt.cause())));
        }
        ledger.post(transfers, now);
        outbox.append(news);
        effects.request(calls);
        afterCommit.run(() -> captured.forEach(captures::add));
    }
}
