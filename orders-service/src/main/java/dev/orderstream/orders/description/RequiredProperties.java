package dev.orderstream.orders.description;

import dev.orderstream.events.Address;
import dev.orderstream.events.Customer;
import dev.orderstream.events.Money;
import dev.orderstream.events.OrderLine;
import dev.orderstream.orders.problems.FieldError;
import dev.orderstream.orders.problems.Problem;
import dev.orderstream.orders.reading.OrderView;
import dev.orderstream.orders.timeline.TimelineEntry;
import dev.orderstream.orders.webhooks.DeliveryView;
import dev.orderstream.orders.webhooks.EndpointSecret;
import dev.orderstream.orders.webhooks.EndpointView;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/// Says which properties are always there: those that the record does not allow to be null.
final class RequiredProperties {

    private static final Map<String, Class<?>> RECORDS =
            Map.ofEntries(
                    Map.entry("Address", Address.class),
                    Map.entry("Customer", Customer.class),
                    Map.entry("FieldError", FieldError.class),
                    Map.entry("Money", Money.class),
                    Map.entry("Order", OrderView.class),
                    Map.entry("OrderCancellation", OrderView.Cancellation.class),
                    Map.entry("OrderLine", OrderLine.class),
                    Map.entry("OrderPayment", OrderView.Payment.class),
                    Map.entry("OrderShipment", OrderView.Shipment.class),
                    Map.entry("Problem", Problem.class),
                    Map.entry("TimelineEntry", TimelineEntry.class),
                    Map.entry("WebhookDelivery", DeliveryView.class),
                    Map.entry("WebhookEndpoint", EndpointView.class),
                    Map.entry("WebhookEndpointSecret", EndpointSecret.class));

    private RequiredProperties() {}

    static void mark(String name, Schema schema) {
        Class<?> record = RECORDS.get(name);
        Map<String, Schema> properties = schema.getProperties();
        if (record == null || properties == null) {
            return;
        }
        List<String> required =
                Arrays.stream(record.getRecordComponents())
                        .filter(RequiredProperties::always)
                        .map(RecordComponent::getName)
                        .filter(properties::containsKey)
                        .toList();
        if (!required.isEmpty()) {
            schema.setRequired(required);
        }
    }

    private static boolean always(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
