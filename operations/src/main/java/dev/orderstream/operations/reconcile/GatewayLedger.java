package dev.orderstream.operations.reconcile;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;

/// The card gateway's own account of what it charged.
final class GatewayLedger implements Source {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final URI gateway;
    private final Http http;

    GatewayLedger(URI gateway, Http http) {
        this.gateway = gateway;
        this.http = http;
    }

    @Override
    public void read(EvidenceFiles files) throws IOException, InterruptedException {
        try (InputStream body = http.get(gateway.resolve("/_simulator/ledger"));
                JsonParser json = MAPPER.createParser(body)) {
            seekRows(json);
            while (json.nextToken() == JsonToken.START_OBJECT) {
                JsonNode row = MAPPER.readTree(json);
                files.of(row.path("order_id").asText())
                        .ifPresent(found -> found.charges.add(charge(row)));
            }
        }
    }

    private static void seekRows(JsonParser json) throws IOException {
        while (json.nextToken() != null) {
            if (json.currentToken() == JsonToken.START_ARRAY && "rows".equals(json.currentName())) {
                return;
            }
        }
        throw new IOException("the gateway's ledger has no rows");
    }

    private static Charge charge(JsonNode row) {
        return new Charge(
                row.path("currency").asText().toUpperCase(Locale.ROOT),
                row.path("captured").asLong(),
                row.path("refunded").asLong(),
                row.path("successful_charges").asInt());
    }
}
