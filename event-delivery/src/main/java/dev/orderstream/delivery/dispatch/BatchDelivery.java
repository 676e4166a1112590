package dev.orderstream.delivery.dispatch;

import dev.orderstream.delivery.database.Failure;
import dev.orderstream.delivery.deadletter.DeadLetter;
import dev.orderstream.delivery.deadletter.DeadLetters;
import dev.orderstream.delivery.effects.Backoff;
import dev.orderstream.delivery.inbox.Inbox;
import dev.orderstream.events.Event;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Takes a batch in one transaction: claim, handle, tell.
///
/// A batch that fails is split until the one bad event is alone; it is tried a bounded number of
/// times and becomes a dead letter, and the others go on. While the database is away nothing fails:
/// it waits.
@ApplicationScoped
class BatchDelivery {

    private static final Logger LOG = Logger.getLogger(BatchDelivery.class);

    private final Inbox inbox;
    private final Handlers handlers;
    private final DeadLetters deadLetters;
    private final DeliveryConfig config;
    private volatile boolean stopping;

    BatchDelivery(Inbox inbox, Handlers handlers, DeadLetters deadLetters, DeliveryConfig config) {
        this.inbox = inbox;
        this.handlers = handlers;
        this.deadLetters = deadLetters;
        this.config = config;
    }

    /// From here on a failure may come from parts that are gone already: it says nothing about an
    /// event.
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /// Returns when each event of the batch is either taken or a dead letter.
    void deliver(List<Inbound.Accepted> batch) throws InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        int waits = 0;
        int tries = 0;
        while (true) {
            try {
                QuarkusTransaction.requiringNew().run(() -> take(batch));
                return;
            } catch (RuntimeException e) {
                if (stopping) {
                    throw e;
                }
                if (Failure.of(e) == Failure.UNAVAILABLE) {
                    waits++;
                    LOG.warnf(
                            "the database is away, %d events wait: %s",
                            batch.size(), e.getMessage());
                    Thread.sleep(Backoff.after(waits, config.backoffMax()));
                } else if (Failure.of(e) == Failure.CONFLICT) {
                    Thread.sleep(Backoff.after(1, config.backoffMax()));
                } else if (batch.size() > 1) {
                    split(batch);
                    return;
                } else if (++tries >= config.triesMax()) {
                    giveUp(batch.getFirst(), e);
                    return;
                } else {
                    Thread.sleep(Backoff.after(tries, config.backoffMax()));
                }
            }
        }
    }

    private void take(List<Inbound.Accepted> batch) {
        List<UUID> ids = batch.stream().map(accepted -> accepted.received().id()).toList();
        Set<UUID> fresh = inbox.claim(ids);
        Set<UUID> seen = new HashSet<>();
        List<Received<Event>> news =
                batch.stream()
                        .map(Inbound.Accepted::received)
                        .filter(event -> fresh.contains(event.id()) && seen.add(event.id()))
                        .toList();
        handlers.handle(news);
    }

    private void split(List<Inbound.Accepted> batch) throws InterruptedException {
        int half = batch.size() / 2;
        deliver(batch.subList(0, half));
        deliver(batch.subList(half, batch.size()));
    }

    private void giveUp(Inbound.Accepted bad, RuntimeException failure)
            throws InterruptedException {
        LOG.errorf(failure, "event %s is a dead letter", bad.received().id());
        deadLetters.write(List.of(new DeadLetter(bad.source(), DeadLetter.Reason.of(failure))));
    }
}
