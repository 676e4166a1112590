package dev.orderstream.shipping.dispatching;

import dev.orderstream.delivery.dispatch.EventHandler;
import dev.orderstream.delivery.dispatch.Received;
import dev.orderstream.events.PaymentEvent.PaymentFailed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// A payment failed: nothing is prepared, and nothing is to be told.
@ApplicationScoped
class KeepOnPaymentFailed implements EventHandler<PaymentFailed> {

    private final Recording recording;

    KeepOnPaymentFailed(Recording recording) {
        this.recording = recording;
    }

    @Override
    public Class<PaymentFailed> eventType() {
        return PaymentFailed.class;
    }

    @Override
    public void handle(List<Received<PaymentFailed>> batch) {
        recording.record(batch.stream().map(KeepOnPaymentFailed::news).toList());
    }

    private static News news(Received<PaymentFailed> received) {
        PaymentFailed event = received.event();
        return new News(
                event.orderId(),
                new ShipmentFact.PaymentFailed(event.failedAt()),
                received.cause());
    }
}
