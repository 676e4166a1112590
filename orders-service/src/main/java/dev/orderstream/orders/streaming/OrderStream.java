package dev.orderstream.orders.streaming;

import dev.orderstream.orders.lifecycle.OrderStatus;
import dev.orderstream.orders.timeline.TimelineEntry;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// One client that follows one order; shown to by one thread.
///
/// What waits for a slow client is bounded by the steps of its order: a heartbeat is only sent to
/// whoever has taken all else.
final class OrderStream {

    private static final long RECONNECT_AFTER_MS = 1_000;

    private final UUID orderId;
    private final Sse sse;
    private final MultiEmitter<? super OutboundSseEvent> client;
    private final Connection connection;
    private Position position;
    private int length;
    private boolean ending;
    private long endsAtNs;
    private long sentAtNs;

    OrderStream(
            UUID orderId,
            Position position,
            Sse sse,
            MultiEmitter<? super OutboundSseEvent> client,
            Connection connection) {
        this.orderId = orderId;
        this.position = position;
        this.sse = sse;
        this.client = client;
        this.connection = connection;
    }

    /// The end of a stream.
    record End(OrderStatus status) {}

    UUID orderId() {
        return orderId;
    }

    /// Whether an order with so many steps has something that was not shown here, be it its end.
    boolean lacks(int steps, long nowNs) {
        return steps != length || over(nowNs);
    }

    private boolean over(long nowNs) {
        return ending && nowNs - endsAtNs >= 0;
    }

    /// Whether its client has left, or was told all.
    boolean gone() {
        return connection.gone();
    }

    /// Says hello, so that the client knows at once that it is connected.
    void open(long nowNs) {
        send(sse.newEventBuilder().reconnectDelay(RECONNECT_AFTER_MS).comment(""), nowNs);
    }

    /// Sends what was not sent before, and ends with the order.
    ///
    /// @param endsIn after how long, unless it is shown again before; empty while more is to come
    void show(Followed.Known order, Optional<Duration> endsIn, long nowNs) {
        for (TimelineEntry entry : order.steps()) {
            if (!position.has(entry.eventId())) {
                position = position.with(entry.eventId());
                StreamedData step = StreamedData.of(entry, order.status());
                send(event("step", StreamedData.class, step).id(position.text()), nowNs);
            }
        }
        length = order.steps().size();
        ending = endsIn.isPresent();
        endsAtNs = nowNs + endsIn.orElse(Duration.ZERO).toNanos();
        if (over(nowNs)) {
            send(event("end", End.class, new End(order.status())), nowNs);
            end();
        }
    }

    /// Shows that the connection lives when it was silent for long.
    void heartbeat(long silentNs, long nowNs) {
        if (nowNs - sentAtNs >= silentNs && client.requested() > 0) {
            send(sse.newEventBuilder().comment("still here"), nowNs);
        }
    }

    /// Ends the stream; a client that wants more comes back.
    void end() {
        client.complete();
    }

    private <T> OutboundSseEvent.Builder event(String name, Class<T> type, T data) {
        return sse.newEventBuilder()
                .name(name)
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(type, data);
    }

    private void send(OutboundSseEvent.Builder event, long nowNs) {
        sentAtNs = nowNs;
        client.emit(event.build());
    }
}
