package dev.orderstream.localstack.gateway;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/// An event as the API shows it and as webhooks carry it.
record EventWire(GatewayEvent event, String base, boolean pending) implements Wire.Part {

    @Override
    public void write(JsonGenerator json) throws IOException {
        Change change = event.change();
        json.writeStartObject();
        json.writeStringField("id", event.id());
        json.writeStringField("object", "event");
        json.writeStringField("api_version", Wire.API_VERSION);
        json.writeNumberField("created", change.at());
        json.writeObjectFieldStart("data");
        json.writeFieldName("object");
        object().write(json);
        json.writeEndObject();
        json.writeBooleanField("livemode", false);
        json.writeNumberField("pending_webhooks", pending ? 1 : 0);
        json.writeObjectFieldStart("request");
        Wire.text(json, "id", change.request());
        Change.Remembered key = change.remembered();
        Wire.text(json, "idempotency_key", key == null ? null : key.key());
        json.writeEndObject();
        json.writeStringField("type", event.type());
        json.writeEndObject();
    }

    private Wire.Part object() {
        Change change = event.change();
        if (event.type().startsWith("charge.") && change.charge() != null) {
            return new ChargeWire(change.charge());
        }
        if (event.type().startsWith("refund.") && change.refund() != null) {
            return new RefundWire(change.refund());
        }
        if (change.intent() != null) {
            return new PaymentIntentWire(change.intent(), base, null);
        }
        throw new IllegalStateException("No object for " + event.type());
    }
}
