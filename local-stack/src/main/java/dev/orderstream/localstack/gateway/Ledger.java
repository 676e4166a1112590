package dev.orderstream.localstack.gateway;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orderstream.localstack.web.Answer;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The gateway's own account of every payment intent, oldest first: what a reconciliation is held
/// against.
final class Ledger {

    private static final String ORDER = "order_id";

    /// Counted from the charges and refunds themselves.
    private static final class Sums {
        int charges;
        int refunds;
        long captured;
        long refunded;

        void add(Charge charge) {
            if (charge.paid()) {
                charges++;
                captured += charge.amount();
            }
        }

        void add(Refund refund) {
            if (refund.status() != Refund.Status.FAILED) {
                refunds++;
                refunded += refund.amount();
            }
        }
    }

    private final List<PaymentIntent> intents;
    private final Map<String, Sums> sums = new HashMap<>();

    private Ledger(Books.State state) {
        intents = state.intents.all();
        intents.forEach(intent -> sums.put(intent.id(), new Sums()));
        state.charges.all().forEach(charge -> sums(charge.intent()).add(charge));
        state.refunds.all().forEach(refund -> sums(refund.intent()).add(refund));
    }

    private Sums sums(String intent) {
        return sums.computeIfAbsent(intent, none -> new Sums());
    }

    /// @param after the rows start behind this payment intent
    static Answer.Body of(Books books, boolean captured, @Nullable String after, long limit) {
        Ledger ledger = books.read(Ledger::new);
        return out -> {
            try (JsonGenerator json = Wire.FACTORY.createGenerator(out)) {
                json.writeStartObject();
                ledger.totals(json);
                ledger.rows(json, captured, after, limit);
                json.writeEndObject();
            }
        };
    }

    private void totals(JsonGenerator json) throws IOException {
        Map<String, Sums> byCurrency = new TreeMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (PaymentIntent intent : intents) {
            Sums total = byCurrency.computeIfAbsent(intent.currency(), none -> new Sums());
            Sums own = sums(intent.id());
            total.captured += own.captured;
            total.refunded += own.refunded;
            counts.merge(intent.currency(), 1, Integer::sum);
        }
        json.writeObjectFieldStart("totals");
        for (Map.Entry<String, Sums> total : byCurrency.entrySet()) {
            json.writeObjectFieldStart(total.getKey());
            json.writeNumberField("captured", total.getValue().captured);
            json.writeNumberField("refunded", total.getValue().refunded);
            json.writeNumberField("payment_intents", counts.getOrDefault(total.getKey(), 0));
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void rows(JsonGenerator json, boolean captured, @Nullable String after, long limit)
            throws IOException {
        boolean started = after == null;
        boolean more = false;
        long left = limit;
        json.writeArrayFieldStart("rows");
        for (PaymentIntent intent : intents) {
            if (started && (!captured || sums(intent.id()).charges > 0)) {
                if (left-- == 0) {
                    more = true;
                    break;
                }
                row(json, intent, sums(intent.id()));
            }
            started = started || intent.id().equals(after);
        }
        json.writeEndArray();
        json.writeBooleanField("has_more", more);
    }

    private static void row(JsonGenerator json, PaymentIntent intent, Sums sums)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("payment_intent", intent.id());
        Wire.text(json, ORDER, intent.metadata().get(ORDER));
        json.writeStringField("status", intent.status().wire());
        json.writeNumberField("amount", intent.amount());
        json.writeStringField("currency", intent.currency());
        json.writeNumberField("captured", sums.captured);
        json.writeNumberField("refunded", sums.refunded);
        json.writeNumberField("successful_charges", sums.charges);
        json.writeNumberField("refunds", sums.refunds);
        CardError error = intent.lastError();
        Wire.text(json, "decline_code", error == null ? null : error.declineCode());
        json.writeNumberField("created", intent.created());
        json.writeEndObject();
    }
}
