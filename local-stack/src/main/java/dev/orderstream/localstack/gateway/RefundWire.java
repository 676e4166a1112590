package dev.orderstream.localstack.gateway;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/// A refund as the API shows it.
record RefundWire(Refund refund) implements Wire.Part {

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", refund.id());
        json.writeStringField("object", "refund");
        json.writeNumberField("amount", refund.amount());
        json.writeNullField("balance_transaction");
        json.writeStringField("charge", refund.charge());
        json.writeNumberField("created", refund.created());
        json.writeStringField("currency", refund.currency());
        destination(json);
        if (refund.status() == Refund.Status.FAILED) {
            json.writeStringField("failure_reason", "expired_or_canceled_card");
        }
        Wire.metadata(json, refund.metadata());
        json.writeStringField("payment_intent", refund.intent());
        Wire.text(json, "reason", refund.reason());
        Wire.nulls(json, "receipt_number", "source_transfer_reversal");
        json.writeStringField("status", refund.status().wire());
        json.writeNullField("transfer_reversal");
        json.writeEndObject();
    }

    private static void destination(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("destination_details");
        json.writeObjectFieldStart("card");
        json.writeStringField("type", "refund");
        json.writeEndObject();
        json.writeStringField("type", "card");
        json.writeEndObject();
    }
}
