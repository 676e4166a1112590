package dev.orderstream.shipping.dispatching;

import dev.orderstream.delivery.dispatch.EventHandler;
import dev.orderstream.delivery.dispatch.Received;
import dev.orderstream.events.PaymentEvent.PaymentSucceeded;
import dev.orderstream.shipping.dispatching.ShipmentFact.Paid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// A payment came in: a known order is prepared.
@ApplicationScoped
class PrepareOnPaymentSucceeded implements EventHandler<PaymentSucceeded> {

    private final Recording recording;

    PrepareOnPaymentSucceeded(Recording recording) {
        this.recording = recording;
    }

    @Override
    public Class<PaymentSucceeded> eventType() {
        return PaymentSucceeded.class;
    }

    @Override
    public void handle(List<Received<PaymentSucceeded>> batch) {
        recording.record(batch.stream().map(PrepareOnPaymentSucceeded::news).toList());
    }

    private static News news(Received<PaymentSucceeded> received) {
        PaymentSucceeded event = received.event();
        return new News(event.orderId(), new Paid(event.paidAt()), received.cause());
    }
}
