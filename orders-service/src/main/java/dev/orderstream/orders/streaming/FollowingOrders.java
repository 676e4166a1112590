package dev.orderstream.orders.streaming;

import dev.orderstream.delivery.database.DatabaseException;
import dev.orderstream.delivery.supervision.VitalThread;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Shows the steps of orders to all streams of this replica, as the database has them.
///
/// One thread asks for all of them with one cheap query. The database is the only source, so it
/// makes no difference which replica stored a step, and nothing is lost while one is away.
@ApplicationScoped
class FollowingOrders {

    private static final Logger LOG = Logger.getLogger(FollowingOrders.class);

    private final FollowedOrders orders;
    private final OpenStreams open;
    private final long intervalNs;
    private final long heartbeatNs;
    private final Duration paymentWait;
    private final Clock clock;
    private final Set<OrderStream> streams = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<OrderStream> opened = new LinkedBlockingQueue<>();
    private volatile boolean stopping;

    FollowingOrders(FollowedOrders orders, OpenStreams open, StreamsConfig config, Clock clock) {
        this.orders = orders;
        this.open = open;
        this.intervalNs = config.pollInterval().toNanos();
        this.heartbeatNs = config.heartbeat().toNanos();
        this.paymentWait = config.paymentWait();
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        VitalThread.unstarted("order-streams", this::run).start();
    }

    /// Clients come back to another replica, and nobody's shutdown waits for them.
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
        streams.forEach(OrderStream::end);
    }

    /// Shows the order to this stream from now on, beginning at once.
    void add(OrderStream stream) {
        stream.open(System.nanoTime());
        streams.add(stream);
        opened.add(stream);
        if (stopping) {
            stream.end();
        }
    }

    void remove(OrderStream stream) {
        streams.remove(stream);
    }

    private void run() {
        long nextNs = System.nanoTime() + intervalNs;
        while (!stopping) {
            List<OrderStream> fresh = opened(nextNs - System.nanoTime());
            try {
                show(fresh);
                if (System.nanoTime() >= nextNs) {
                    nextNs = System.nanoTime() + intervalNs;
                    beat();
                    show(lacking());
                }
            } catch (DatabaseException e) {
                LOG.warnf("streams wait for the database: %s", e.getMessage());
            } catch (RuntimeException e) {
                // Whatever it was, later steps still come.
                LOG.error("streams could not be shown their orders", e);
            }
        }
    }

    private List<OrderStream> opened(long waitNs) {
        List<OrderStream> fresh = new ArrayList<>();
        OrderStream first = poll(waitNs);
        if (first != null) {
            fresh.add(first);
            opened.drainTo(fresh);
        }
        return fresh;
    }

    private @Nullable OrderStream poll(long waitNs) {
        try {
            return opened.poll(waitNs, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            stopping = true;
            return null;
        }
    }

    /// The streams to which not all steps were shown, or which are to end by now.
    private List<OrderStream> lacking() {
        List<OrderStream> all = List.copyOf(streams);
        if (all.isEmpty()) {
            return List.of();
        }
        Map<UUID, Integer> lengths = orders.lengths(ids(all));
        long nowNs = System.nanoTime();
        return all.stream()
                .filter(stream -> stream.lacks(lengths.getOrDefault(stream.orderId(), 0), nowNs))
                .toList();
    }

    private void show(List<OrderStream> behind) {
        if (behind.isEmpty()) {
            return;
        }
        Map<UUID, Followed> now = orders.read(ids(behind));
        for (OrderStream stream : behind) {
            switch (now.get(stream.orderId())) {
                case null -> {}
                case Followed.Known order ->
                        stream.show(
                                order,
                                order.endsIn(clock.instant(), paymentWait),
                                System.nanoTime());
                case Followed.Unknown(String why) -> {
                    LOG.warnf(
                            "a stream of order %s ends, for a replica that knows more: %s",
                            stream.orderId(), why);
                    leave(stream);
                }
            }
        }
    }

    private void beat() {
        open.closeGone();
        streams.stream().filter(OrderStream::gone).toList().forEach(this::leave);
        streams.forEach(stream -> stream.heartbeat(heartbeatNs, System.nanoTime()));
    }

    private void leave(OrderStream stream) {
        stream.end();
        streams.remove(stream);
    }

    private static Set<UUID> ids(Collection<OrderStream> streams) {
        return streams.stream().map(OrderStream::orderId).collect(Collectors.toSet());
    }
}
