package dev.orderstream.email.composing;

import dev.orderstream.delivery.database.AfterCommit;
import dev.orderstream.delivery.effects.Effects;
import dev.orderstream.delivery.effects.NewEffect;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Merges news into the orders they are about and asks for the mails that are due, all in one
/// transaction.
@ApplicationScoped
class Asking {

    private final MailOrders orders;
    private final KnownOrders known;
    private final Effects effects;
    private final AfterCommit afterCommit;
    private final Clock clock;

    Asking(
            MailOrders orders,
            KnownOrders known,
            Effects effects,
            AfterCommit afterCommit,
            Clock clock) {
        this.orders = orders;
        this.known = known;
        this.effects = effects;
        this.afterCommit = afterCommit;
        this.clock = clock;
    }

    void ask(List<News> batch) {
        SortedMap<UUID, @Nullable OrderDetails> brought = new TreeMap<>();
        batch.forEach(news -> brought.putIfAbsent(news.orderId(), news.details()));
        Set<UUID> added = orders.add(brought);
        afterCommit.run(() -> added.forEach(order -> remember(order, brought.get(order))));
        Map<UUID, MailOrder> before = orders.lock(List.copyOf(brought.keySet()));
        Map<UUID, MailOrder> after = new LinkedHashMap<>(before);
        List<NewEffect> due = new ArrayList<>();
        for (News news : batch) {
            after.compute(news.orderId(), (_, order) -> merge(order, news, due));
        }
        orders.save(before, after);
        effects.request(due);
    }

    private void remember(UUID order, @Nullable OrderDetails details) {
        if (details != null) {
            known.remember(order, details);
        }
    }

    private MailOrder merge(@Nullable MailOrder order, News news, List<NewEffect> due) {
        var learnt = Objects.requireNonNull(order).learn(news.turn(), news.details() != null);
        learnt.mails().forEach(mail -> due.add(effect(news, mail)));
        return learnt.order();
    }

    private NewEffect effect(News news, MailInput mail) {
        return new NewEffect(
                MailInput.EFFECT_KIND,
                news.orderId(),
                mail.turn().occasion().name(),
                mail,
                clock.instant(),
                news.cause());
    }
}
