package dev.orderstream.localstack.gateway;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A change as a line of the journal, which `JsonText.COMPACT` reads: by hand, for it is written on
/// every request.
final class ChangeLine {

    private ChangeLine() {}

    static void write(JsonGenerator json, Change change) throws IOException {
        json.writeStartObject();
        json.writeNumberField("at", change.at());
        text(json, "request", change.request());
        if (change.intent() != null) {
            write(json, change.intent());
        }
        if (change.charge() != null) {
            write(json, change.charge());
        }
        if (change.refund() != null) {
            write(json, change.refund());
        }
        if (!change.events().isEmpty()) {
            json.writeArrayFieldStart("events");
            for (Change.Mark mark : change.events()) {
                write(json, mark);
            }
            json.writeEndArray();
        }
        Change.Remembered remembered = change.remembered();
        if (remembered != null) {
            json.writeObjectFieldStart("remembered");
            json.writeStringField("key", remembered.key());
            json.writeNumberField("fingerprint", remembered.fingerprint());
            json.writeEndObject();
        }
        text(json, "delivered", change.delivered());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Change.Mark mark) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", mark.id());
        json.writeStringField("type", mark.type());
        json.writeBooleanField("webhook", mark.webhook());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, PaymentIntent intent) throws IOException {
        json.writeObjectFieldStart("intent");
        json.writeStringField("id", intent.id());
        json.writeStringField("secret", intent.secret());
        json.writeNumberField("created", intent.created());
        json.writeNumberField("amount", intent.amount());
        json.writeStringField("currency", intent.currency());
        json.writeStringField("status", intent.status().name());
        metadata(json, intent.metadata());
        write(json, intent.extras());
        if (!intent.methodTypes().isEmpty()) {
            json.writeArrayFieldStart("method_types");
            for (String type : intent.methodTypes()) {
                json.writeString(type);
            }
            json.writeEndArray();
        }
        text(json, "card", intent.card());
        text(json, "payment_method", intent.paymentMethod());
        text(json, "charge", intent.charge());
        error(json, "last_error", intent.lastError());
        if (intent.canceledAt() != null) {
            json.writeNumberField("canceled_at", intent.canceledAt());
        }
        text(json, "cancellation_reason", intent.cancellationReason());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, PaymentIntent.Extras extras) throws IOException {
        if (extras.equals(PaymentIntent.Extras.NONE)) {
            return;
        }
        json.writeObjectFieldStart("extras");
        text(json, "description", extras.description());
        text(json, "receipt_email", extras.receiptEmail());
        text(json, "descriptor_suffix", extras.descriptorSuffix());
        text(json, "capture_method", extras.captureMethod());
        text(json, "allow_redirects", extras.allowRedirects());
        text(json, "return_url", extras.returnUrl());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Charge charge) throws IOException {
        json.writeObjectFieldStart("charge");
        json.writeStringField("id", charge.id());
        json.writeStringField("intent", charge.intent());
        json.writeNumberField("created", charge.created());
        json.writeNumberField("amount", charge.amount());
        json.writeNumberField("refunded", charge.refunded());
        json.writeStringField("currency", charge.currency());
        metadata(json, charge.metadata());
        json.writeStringField("card", charge.card());
        json.writeStringField("payment_method", charge.paymentMethod());
        error(json, "failure", charge.failure());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Refund refund) throws IOException {
        json.writeObjectFieldStart("refund");
        json.writeStringField("id", refund.id());
        json.writeStringField("intent", refund.intent());
        json.writeStringField("charge", refund.charge());
        json.writeNumberField("created", refund.created());
        json.writeNumberField("amount", refund.amount());
        json.writeStringField("currency", refund.currency());
        json.writeStringField("status", refund.status().name());
        metadata(json, refund.metadata());
        text(json, "reason", refund.reason());
        json.writeEndObject();
    }

    private static void error(JsonGenerator json, String name, @Nullable CardError error)
            throws IOException {
        if (error == null) {
            return;
        }
        json.writeObjectFieldStart(name);
        json.writeStringField("type", error.type());
        json.writeStringField("code", error.code());
        text(json, "decline_code", error.declineCode());
        json.writeStringField("message", error.message());
        text(json, "param", error.param());
        text(json, "advice_code", error.adviceCode());
        json.writeEndObject();
    }

    private static void metadata(JsonGenerator json, Map<String, String> metadata)
            throws IOException {
        if (!metadata.isEmpty()) {
            Wire.metadata(json, metadata);
        }
    }

    private static void text(JsonGenerator json, String name, @Nullable String value)
            throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}
