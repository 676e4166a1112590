package dev.orderstream.shipping.dispatching;

import dev.orderstream.delivery.dispatch.EventHandler;
import dev.orderstream.delivery.dispatch.Received;
import dev.orderstream.events.OrderEvent.OrderCreated;
import dev.orderstream.shipping.carrier.Parcel;
import dev.orderstream.shipping.dispatching.ShipmentFact.Ordered;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// An order came in: a paid one is prepared.
@ApplicationScoped
class PrepareOnOrderCreated implements EventHandler<OrderCreated> {

    private final Recording recording;

    PrepareOnOrderCreated(Recording recording) {
        this.recording = recording;
    }

    @Override
    public Class<OrderCreated> eventType() {
        return OrderCreated.class;
    }

    @Override
    public void handle(List<Received<OrderCreated>> batch) {
        recording.record(batch.stream().map(PrepareOnOrderCreated::news).toList());
    }

    private static News news(Received<OrderCreated> received) {
        OrderCreated event = received.event();
        return new News(event.orderId(), new Ordered(Parcel.of(event)), received.cause());
    }
}
