package dev.orderstream.operations.reconcile;

import dev.orderstream.events.EmailEvent;
import dev.orderstream.events.EmailEvent.EmailFailed;
import dev.orderstream.events.EmailEvent.EmailSent;
import dev.orderstream.events.Event;
import dev.orderstream.events.EventCodec;
import dev.orderstream.events.EventHeaders;
import dev.orderstream.events.EventType;
import dev.orderstream.events.InvalidEventException;
import dev.orderstream.events.Money;
import dev.orderstream.events.OrderEvent.OrderCancelled;
import dev.orderstream.events.OrderEvent.OrderCreated;
import dev.orderstream.events.PaymentEvent.PaymentActionRequired;
import dev.orderstream.events.PaymentEvent.PaymentFailed;
import dev.orderstream.events.PaymentEvent.PaymentRefunded;
import dev.orderstream.events.PaymentEvent.PaymentSucceeded;
import dev.orderstream.events.ShipmentEvent.ShipmentCancelled;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// Reads an event off a record of an event topic.
final class EventRecord {

    private static final String OUTCOME_UNKNOWN = "outcome-unknown";

    private EventRecord() {}

    /// @throws IllegalArgumentException when a header is missing or says nothing
    static ToldEvent read(ConsumerRecord<byte[], byte[]> record) throws InvalidEventException {
        String name = header(record, EventHeaders.TYPE);
        EventType type =
                EventType.named(name)
                        .orElseThrow(() -> new IllegalArgumentException("unknown type " + name));
        byte[] payload = record.value();
        if (payload == null) {
            throw new IllegalArgumentException("no payload");
        }
        Event event = EventCodec.decode(type, payload);
        return new ToldEvent(
                UUID.fromString(header(record, EventHeaders.ID)),
                type,
                Long.parseLong(header(record, EventHeaders.SEQUENCE)),
                Arrays.hashCode(payload),
                amount(event),
                reason(event),
                event instanceof EmailEvent mail ? mail(mail) : null);
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw new IllegalArgumentException("no header " + name);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private static @Nullable Money amount(Event event) {
        return switch (event) {
            case OrderCreated e -> e.total();
            case PaymentSucceeded e -> e.amount();
            case PaymentFailed e -> e.amount();
            case PaymentActionRequired e -> e.amount();
            case PaymentRefunded e -> e.amount();
            default -> null;
        };
    }

    private static @Nullable String reason(Event event) {
        return switch (event) {
            case PaymentFailed e -> e.reason();
            case ShipmentCancelled e -> e.reason();
            case OrderCancelled e -> e.reason();
            default -> null;
        };
    }

    private static ToldEvent.Mail mail(EmailEvent event) {
        return switch (event) {
            case EmailSent e -> new ToldEvent.Mail(e.occasion(), StoredMail.State.SENT);
            case EmailFailed e ->
                    new ToldEvent.Mail(
                            e.occasion(),
                            e.reason().equals(OUTCOME_UNKNOWN)
                                    ? StoredMail.State.UNKNOWN
                                    : StoredMail.State.REFUSED);
        };
    }
}
