package dev.orderstream.shipping.dispatching;

import dev.orderstream.delivery.dispatch.EventHandler;
import dev.orderstream.delivery.dispatch.Received;
import dev.orderstream.events.OrderEvent.OrderCancellationRequested;
import dev.orderstream.shipping.dispatching.ShipmentFact.CancellationRequested;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Somebody cancels: no parcel, unless the carrier has it already.
@ApplicationScoped
class CancelOnOrderCancellationRequested implements EventHandler<OrderCancellationRequested> {

    private final Recording recording;

    CancelOnOrderCancellationRequested(Recording recording) {
        this.recording = recording;
    }

    @Override
    public Class<OrderCancellationRequested> eventType() {
        return OrderCancellationRequested.class;
    }

    @Override
    public void handle(List<Received<OrderCancellationRequested>> batch) {
        recording.record(batch.stream().map(CancelOnOrderCancellationRequested::news).toList());
    }

    private static News news(Received<OrderCancellationRequested> received) {
        OrderCancellationRequested event = received.event();
        return new News(
                event.orderId(),
                new CancellationRequested(
                        CancelReason.ofRequest(event.reason()), event.requestedAt()),
                received.cause());
    }
}
