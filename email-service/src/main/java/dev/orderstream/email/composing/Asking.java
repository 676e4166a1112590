package dev.orderstream.email.composing;

import dev.orderstream.delivery.effects.Effects;
import dev.orderstream.delivery.effects.NewEffect;
import dev.orderstream.delivery.outbox.Cause;
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
        MailOrder order = Objects.requireNonNull(known).with(news.turn());
        OrderDetails details = news.details();
        if (details != null) {
            order = order.with(details);
        }
        for (Turn turn : order.due()) {
            due.add(mail(order, turn, news.cause()));
            order = order.asked(turn.occasion());
        }
        return order;
    }

    private NewEffect mail(MailOrder order, Turn turn, Cause cause) {
        return new NewEffect(
                MailInput.EFFECT_KIND,
                order.orderId(),
                turn.occasion().name(),
                new MailInput(Objects.requireNonNull(order.details()), turn),
                clock.instant(),
                cause);
    }
}
