package dev.orderstream.localstack.gateway;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/// A charge as the API shows it.
record ChargeWire(Charge charge) implements Wire.Part {

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", charge.id());
        json.writeStringField("object", "charge");
        amounts(json);
        json.writeFieldName("billing_details");
        CardWire.writeBilling(json);
        json.writeNullField("calculated_statement_descriptor");
        json.writeBooleanField("captured", charge.paid());
        json.writeNumberField("created", charge.created());
        json.writeStringField("currency", charge.currency());
        Wire.nulls(json, "customer", "description");
        json.writeBooleanField("disputed", false);
        failure(json);
        Wire.emptyObject(json, "fraud_details");
        json.writeBooleanField("livemode", false);
        Wire.metadata(json, charge.metadata());
        json.writeNullField("on_behalf_of");
        outcome(json);
        json.writeBooleanField("paid", charge.paid());
        json.writeStringField("payment_intent", charge.intent());
        json.writeStringField("payment_method", charge.paymentMethod());
        method(json);
        rest(json);
        json.writeEndObject();
    }

    private void amounts(JsonGenerator json) throws IOException {
        json.writeNumberField("amount", charge.amount());
        json.writeNumberField("amount_captured", charge.paid() ? charge.amount() : 0);
        json.writeNumberField("amount_refunded", charge.refunded());
        Wire.nulls(json, "application", "application_fee", "application_fee_amount");
        json.writeNullField("balance_transaction");
    }

    private void failure(JsonGenerator json) throws IOException {
        CardError failure = charge.failure();
        json.writeNullField("failure_balance_transaction");
        Wire.text(json, "failure_code", failure == null ? null : failure.code());
        Wire.text(json, "failure_message", failure == null ? null : failure.message());
    }

    private void outcome(JsonGenerator json) throws IOException {
        CardError failure = charge.failure();
        boolean blocked = failure != null && "fraudulent".equals(failure.declineCode());
        json.writeObjectFieldStart("outcome");
        Wire.text(json, "advice_code", failure == null ? null : failure.adviceCode());
        Wire.nulls(json, "network_advice_code", "network_decline_code");
        json.writeStringField(
                "network_status",
                failure == null
                        ? "approved_by_network"
                        : blocked ? "not_sent_to_network" : "declined_by_network");
        Wire.text(json, "reason", failure == null ? null : failure.declineCode());
        json.writeStringField("risk_level", blocked ? "highest" : "normal");
        json.writeStringField(
                "seller_message",
                failure == null ? "Payment complete." : "The bank declined the payment.");
        json.writeStringField(
                "type", failure == null ? "authorized" : blocked ? "blocked" : "issuer_declined");
        json.writeEndObject();
    }

    private void method(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("payment_method_details");
        json.writeFieldName("card");
        new CardWire(TestCards.get(charge.card())).writeDetails(json);
        json.writeStringField("type", "card");
        json.writeEndObject();
    }

    private void rest(JsonGenerator json) throws IOException {
        Wire.nulls(json, "receipt_email", "receipt_number", "receipt_url");
        json.writeBooleanField("refunded", charge.paid() && charge.refundable() == 0);
        Wire.nulls(json, "review", "shipping", "source", "source_transfer");
        Wire.nulls(json, "statement_descriptor", "statement_descriptor_suffix");
        json.writeStringField("status", charge.paid() ? "succeeded" : "failed");
        Wire.nulls(json, "transfer_data", "transfer_group");
    }
}
