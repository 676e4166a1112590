package dev.orderstream.email.composing;

import dev.orderstream.delivery.effects.Effects;
import dev.orderstream.delivery.effects.NewEffect;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Merges news into the orders they are about and asks for the mails that are due, all in one
/// transaction.
@ApplicationScoped
class Asking {

    private final MailOrders orders;
    private final Effects effects;
    private final Clock clock;

    Asking(MailOrders orders, Effects effects, Clock clock) {
        this.orders = orders;
        this.effects = effects;
        this.clock = clock;
    }

    void ask(List<News> batch) {
        List<UUID> orderIds = batch.stream().map(News::orderId).distinct().sorted().toList();
        Map<UUID, MailOrder> before = orders.lock(orderIds);
        Map<UUID, MailOrder> after = new LinkedHashMap<>(before);
        List<NewEffect> due = new ArrayList<>();
        for (News news : batch) {
            after.compute(news.orderId(), (_, order) -> merge(order, news, due));
        }
        orders.save(before, after);
        effects.request(due);
    }

    private MailOrder merge(@Nullable MailOrder known, News news, List<NewEffect> due) {
        var learnt = Objects.requireNonNull(known).learn(news.turn(), news.details());
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
