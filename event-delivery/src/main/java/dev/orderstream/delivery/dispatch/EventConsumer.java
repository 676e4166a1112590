package dev.orderstream.delivery.dispatch;

import dev.orderstream.delivery.deadletter.DeadLetter;
import dev.orderstream.delivery.deadletter.DeadLetters;
import dev.orderstream.delivery.outbox.Cause;
import dev.orderstream.delivery.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// The one door through which records enter a service; offsets move on when a batch is settled.
///
/// Public because the invoker that Quarkus generates for it lives in another class loader in tests.
@ApplicationScoped
public class EventConsumer {

    private final RecordDecoder decoder;
    private final BatchDelivery delivery;
    private final DeadLetters deadLetters;
    private final Traces traces;
    private final MeterRegistry meters;

    EventConsumer(
            Handlers handlers,
            DeliveryConfig config,
            BatchDelivery delivery,
            DeadLetters deadLetters,
            Traces traces,
            MeterRegistry meters) {
        this.decoder = new RecordDecoder(handlers::want, config.payloadBytesMax());
        this.delivery = delivery;
        this.deadLetters = deadLetters;
        this.traces = traces;
        this.meters = meters;
    }

    /// Settles a batch: each record is taken, skipped or a dead letter when this returns.
    @Incoming("events")
    @Blocking
    public void consume(ConsumerRecords<byte[], byte[]> records) throws InterruptedException {
        List<Inbound.Accepted> accepted = new ArrayList<>();
        List<DeadLetter> rejected = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            switch (decoder.decode(record)) {
                case Inbound.Accepted event -> accepted.add(traced(event, spans));
                case Inbound.Skipped skipped -> count("skipped", skipped.type());
                case Inbound.Rejected(var source, var reason) -> {
                    rejected.add(new DeadLetter(source, reason));
                    count("rejected", "unknown");
                }
            }
        }
        try {
            deadLetters.write(rejected);
            delivery.deliver(accepted);
        } finally {
            spans.forEach(Span::end);
        }
    }

    private Inbound.Accepted traced(Inbound.Accepted event, List<Span> spans) {
        var received = event.received();
        String type = received.event().getClass().getSimpleName();
        count("accepted", type);
        Span span = traces.consuming(type, received.cause().traceparent());
        spans.add(span);
        Cause cause = new Cause(received.id(), Traces.handOn(span, received.cause().traceparent()));
        return new Inbound.Accepted(
                event.source(),
                new Received<>(received.event(), received.id(), received.time(), cause));
    }

    private void count(String outcome, String type) {
        meters.counter("orderstream.events", "outcome", outcome, "type", type).increment();
    }
}
