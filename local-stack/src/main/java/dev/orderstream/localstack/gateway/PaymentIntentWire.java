package dev.orderstream.localstack.gateway;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A payment intent as the API shows it.
///
/// @param base the address of the gateway, where a customer is sent to approve
/// @param expanded the charge in place of its id, where the request asks for it
record PaymentIntentWire(PaymentIntent intent, String base, @Nullable Charge expanded)
        implements Wire.Part {

    private static final List<String> CARD = List.of("card");

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", intent.id());
        json.writeStringField("object", "payment_intent");
        amounts(json);
        Wire.nulls(json, "application", "application_fee_amount");
        automaticMethods(json);
        state(json);
        lastError(json);
        latestCharge(json);
        json.writeBooleanField("livemode", false);
        Wire.metadata(json, intent.metadata());
        nextAction(json);
        method(json);
        rest(json);
        json.writeEndObject();
    }

    private void amounts(JsonGenerator json) throws IOException {
        json.writeNumberField("amount", intent.amount());
        json.writeNumberField("amount_capturable", 0);
        json.writeObjectFieldStart("amount_details");
        Wire.emptyObject(json, "tip");
        json.writeEndObject();
        json.writeNumberField("amount_received", intent.amountReceived());
    }

    private void automaticMethods(JsonGenerator json) throws IOException {
        if (!intent.methodTypes().isEmpty()) {
            json.writeNullField("automatic_payment_methods");
            return;
        }
        String redirects = intent.extras().allowRedirects();
        json.writeObjectFieldStart("automatic_payment_methods");
        json.writeStringField("allow_redirects", redirects == null ? "always" : redirects);
        json.writeBooleanField("enabled", true);
        json.writeEndObject();
    }

    private void state(JsonGenerator json) throws IOException {
        Long canceledAt = intent.canceledAt();
        if (canceledAt == null) {
            json.writeNullField("canceled_at");
        } else {
            json.writeNumberField("canceled_at", canceledAt);
        }
        Wire.text(json, "cancellation_reason", intent.cancellationReason());
        String capture = intent.extras().captureMethod();
        json.writeStringField("capture_method", capture == null ? "automatic_async" : capture);
        json.writeStringField("client_secret", intent.clientSecret());
        json.writeStringField("confirmation_method", "automatic");
        json.writeNumberField("created", intent.created());
        json.writeStringField("currency", intent.currency());
        Wire.nulls(json, "customer", "customer_account");
        Wire.text(json, "description", intent.extras().description());
        json.writeNullField("excluded_payment_method_types");
    }

    private void lastError(JsonGenerator json) throws IOException {
        CardError error = intent.lastError();
        if (error == null) {
            json.writeNullField("last_payment_error");
        } else {
            json.writeFieldName("last_payment_error");
            new ErrorWire(error, intent).write(json);
        }
    }

    private void latestCharge(JsonGenerator json) throws IOException {
        if (expanded == null) {
            Wire.text(json, "latest_charge", intent.charge());
        } else {
            json.writeFieldName("latest_charge");
            new ChargeWire(expanded).write(json);
        }
    }

    private void nextAction(JsonGenerator json) throws IOException {
        if (intent.status() != IntentStatus.REQUIRES_ACTION) {
            json.writeNullField("next_action");
            return;
        }
        String returnUrl = intent.extras().returnUrl();
        String type = returnUrl == null ? "use_stripe_sdk" : "redirect_to_url";
        json.writeObjectFieldStart("next_action");
        json.writeObjectFieldStart(type);
        if (returnUrl != null) {
            json.writeStringField("return_url", returnUrl);
            json.writeStringField("url", AuthenticationPage.address(base, intent));
        }
        json.writeEndObject();
        json.writeStringField("type", type);
        json.writeEndObject();
    }

    private void method(JsonGenerator json) throws IOException {
        json.writeNullField("on_behalf_of");
        boolean none = intent.status() == IntentStatus.REQUIRES_PAYMENT_METHOD;
        Wire.text(json, "payment_method", none ? null : intent.paymentMethod());
        json.writeNullField("payment_method_configuration_details");
        json.writeObjectFieldStart("payment_method_options");
        json.writeObjectFieldStart("card");
        Wire.nulls(json, "installments", "mandate_options", "network");
        json.writeStringField("request_three_d_secure", "automatic");
        json.writeEndObject();
        json.writeEndObject();
        json.writeArrayFieldStart("payment_method_types");
        for (String type : intent.methodTypes().isEmpty() ? CARD : intent.methodTypes()) {
            json.writeString(type);
        }
        json.writeEndArray();
    }

    private void rest(JsonGenerator json) throws IOException {
        json.writeNullField("processing");
        Wire.text(json, "receipt_email", intent.extras().receiptEmail());
        Wire.nulls(json, "review", "setup_future_usage", "shipping", "source");
        json.writeNullField("statement_descriptor");
        Wire.text(json, "statement_descriptor_suffix", intent.extras().descriptorSuffix());
        json.writeStringField("status", intent.status().wire());
        Wire.nulls(json, "transfer_data", "transfer_group");
    }
}
