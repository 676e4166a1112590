package dev.orderstream.localstack.gateway;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/// A test card as the API shows it: as a payment method, and within a charge.
record CardWire(TestCard card) {

    private static final int EXPIRY_YEAR = 2034;

    void writeMethod(JsonGenerator json, String id, long created) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("object", "payment_method");
        json.writeStringField("allow_redisplay", "unspecified");
        json.writeFieldName("billing_details");
        writeBilling(json);
        json.writeFieldName("card");
        json.writeStartObject();
        common(json);
        json.writeStringField("display_brand", card.brand());
        json.writeNullField("generated_from");
        json.writeObjectFieldStart("networks");
        json.writeArrayFieldStart("available");
        json.writeString(card.brand());
        json.writeEndArray();
        json.writeNullField("preferred");
        json.writeEndObject();
        json.writeObjectFieldStart("three_d_secure_usage");
        json.writeBooleanField("supported", true);
        json.writeEndObject();
        json.writeEndObject();
        json.writeNumberField("created", created);
        Wire.nulls(json, "customer", "customer_account");
        json.writeBooleanField("livemode", false);
        Wire.emptyObject(json, "metadata");
        json.writeStringField("type", "card");
        json.writeEndObject();
    }

    void writeDetails(JsonGenerator json) throws IOException {
        json.writeStartObject();
        common(json);
        Wire.nulls(json, "installments", "mandate");
        json.writeStringField("network", card.brand());
        Wire.nulls(json, "network_transaction_id", "three_d_secure");
        json.writeEndObject();
    }

    private void common(JsonGenerator json) throws IOException {
        json.writeStringField("brand", card.brand());
        json.writeObjectFieldStart("checks");
        Wire.nulls(json, "address_line1_check", "address_postal_code_check", "cvc_check");
        json.writeEndObject();
        json.writeStringField("country", "US");
        json.writeNumberField("exp_month", 12);
        json.writeNumberField("exp_year", EXPIRY_YEAR);
        json.writeNullField("fingerprint");
        json.writeStringField("funding", card.funding());
        json.writeStringField("last4", card.last4());
        json.writeStringField("regulated_status", "unregulated");
        json.writeNullField("wallet");
    }

    static void writeBilling(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("address");
        Wire.nulls(json, "city", "country", "line1", "line2", "postal_code", "state");
        json.writeEndObject();
        Wire.nulls(json, "email", "name", "phone", "tax_id");
        json.writeEndObject();
    }
}
