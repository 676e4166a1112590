package dev.orderstream.localstack.gateway;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// An error as the API shows it: the last error of an intent, or (whole) the answer to a request.
record ErrorWire(CardError error, @Nullable PaymentIntent intent) implements Wire.Part {

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        fields(json);
        json.writeEndObject();
    }

    /// `{"error": {…, "payment_intent": {…}}}`
    Wire.Part whole(String base) {
        return json -> {
            json.writeStartObject();
            json.writeObjectFieldStart("error");
            fields(json);
            if (intent != null) {
                json.writeFieldName("payment_intent");
                new PaymentIntentWire(intent, base, null).write(json);
            }
            json.writeEndObject();
            json.writeEndObject();
        };
    }

    private void fields(JsonGenerator json) throws IOException {
        optional(json, "advice_code", error.adviceCode());
        if ("card_error".equals(error.type()) && intent != null) {
            optional(json, "charge", intent.charge());
        }
        if (!error.code().isEmpty()) {
            json.writeStringField("code", error.code());
            optional(json, "decline_code", error.declineCode());
            json.writeStringField(
                    "doc_url",
                    "https://stripe.com/docs/error-codes/" + error.code().replace('_', '-'));
        }
        json.writeStringField("message", error.message());
        optional(json, "param", error.param());
        method(json);
        json.writeStringField("type", error.type());
    }

    private void method(JsonGenerator json) throws IOException {
        if (intent == null || intent.card() == null || intent.paymentMethod() == null) {
            return;
        }
        json.writeFieldName("payment_method");
        new CardWire(TestCards.get(intent.card()))
                .writeMethod(json, intent.paymentMethod(), intent.created());
    }

    private static void optional(JsonGenerator json, String name, @Nullable String value)
            throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}
