package dev.orderstream.operations.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orderstream.events.EmailOccasion;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/// What the customers have in their mailboxes.
final class Mailbox implements Source {

    private static final int PAGE = 10_000;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final URI mail;
    private final Http http;

    Mailbox(URI mail, Http http) {
        this.mail = mail;
        this.http = http;
    }

    @Override
    public void read(EvidenceFiles files) throws IOException, InterruptedException {
        JsonNode next = MAPPER.getNodeFactory().numberNode(0);
        while (next.isNumber()) {
            JsonNode page = page(next.asLong());
            page.path("messages").forEach(message -> add(message.path("headers"), files));
            next = page.path("next");
        }
    }

    private JsonNode page(long after) throws IOException, InterruptedException {
        URI address = mail.resolve("/api/messages?limit=" + PAGE + "&after=" + after);
        try (InputStream body = http.get(address)) {
            return MAPPER.readTree(body);
        }
    }

    private static void add(JsonNode headers, EvidenceFiles files) {
        String occasion = headers.path("X-Orderstream-Occasion").asText();
        files.of(headers.path("X-Orderstream-Order").asText())
                .ifPresent(found ->
                        found.mailbox.merge(EmailOccasion.valueOf(occasion), 1, Integer::sum));
    }
}
