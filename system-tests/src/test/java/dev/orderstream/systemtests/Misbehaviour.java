package dev.orderstream.systemtests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/// Makes the gateway and the mail server misbehave in every way they can be told to, and well
/// again.
final class Misbehaviour {

    private static final String BAD_GATEWAY =
            """
            {"latency_ms": 20, "error_rate": 0.05, "reset_rate": 0.03,
             "timeout_before_charge_rate": 0.02, "timeout_after_charge_rate": 0.03,
             "timeout_hold_ms": 8000, "seed": %d,
             "webhooks": {"duplicate_rate": 0.3, "delay_ms": 100, "reorder": true}}
            """;

    private static final String GOOD_GATEWAY =
            """
            {"latency_ms": 0, "error_rate": 0, "reset_rate": 0,
             "timeout_before_charge_rate": 0, "timeout_after_charge_rate": 0,
             "webhooks": {"duplicate_rate": 0, "delay_ms": 0, "reorder": false}}
            """;

    private static final String BAD_MAIL =
            """
            {"latency_ms": 30, "reject_recipient": "^grace", "die_after_data_rate": 0.02, "seed": %d}
            """;

    private static final String MAIL_AWAY = "{\"refuse_all\": 421}";

    private static final String MAIL_BACK = "{\"refuse_all\": 0}";

    private static final String GOOD_MAIL =
            """
            {"latency_ms": 0, "reject_recipient": null, "die_after_data_rate": 0, "refuse_all": 0}
            """;

    private final URI gateway;
    private final URI mail;

    Misbehaviour(RunningStack stack) throws IOException {
        gateway = stack.address("gateway").resolve("/_simulator/behaviour");
        mail = stack.address("mail").resolve("/api/behaviour");
    }

    void begin(long seed) throws IOException, InterruptedException {
        put(gateway, BAD_GATEWAY.formatted(seed));
        put(mail, BAD_MAIL.formatted(seed));
    }

    void mailGoesAway() throws IOException, InterruptedException {
        put(mail, MAIL_AWAY);
    }

    void mailComesBack() throws IOException, InterruptedException {
        put(mail, MAIL_BACK);
    }

    void end() throws IOException, InterruptedException {
        put(gateway, GOOD_GATEWAY);
        put(mail, GOOD_MAIL);
    }

    private static void put(URI behaviour, String json) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(behaviour)
                            .header("Content-Type", "application/json")
                            .PUT(HttpRequest.BodyPublishers.ofString(json))
                            .build();
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(behaviour + " answered " + answer.body());
            }
        }
    }
}
