package dev.orderstream.email.testing;

import static io.restassured.RestAssured.given;

import dev.orderstream.localstack.mail.MailCatcher;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/// The mail server of the tests: it can go away, come back and misbehave.
public final class Mailbox {

    private final int smtpPort = port("SMTP_PORT");
    private final int httpPort = port("test.mail.http.port");
    private final Path data;
    private @Nullable MailCatcher catcher;

    public Mailbox() {
        try {
            data = Files.createTempDirectory("mailbox");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        comeBack();
    }

    /// Connections to it are refused.
    public void goAway() {
        MailCatcher running = catcher;
        if (running == null) {
            return;
        }
        try {
            running.close();
            catcher = null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// It is there, with the mails it had.
    public void comeBack() {
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        try {
            // Its threads look services up where its classes are from.
            thread.setContextClassLoader(MailCatcher.class.getClassLoader());
            catcher =
                    MailCatcher.start(
                            new MailCatcher.Options("127.0.0.1", smtpPort, httpPort, data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    public void behave(Map<String, ?> behaviour) {
        http().contentType("application/json")
                .body(behaviour)
                .put("/api/behaviour")
                .then()
                .statusCode(200);
    }

    public void behaveWell() {
        behave(Map.of("latency_ms", 0, "refuse_all", 0, "die_after_data_rate", 0.0));
    }

    /// The occasions of the mails about an order, as they came in.
    public List<String> occasions(UUID order) {
        return http().queryParam("order", order.toString())
                .queryParam("limit", 10_000)
                .get("/api/messages")
                .then()
                .statusCode(200)
                .extract()
                .path("messages.headers.X-Orderstream-Occasion");
    }

    /// The mails about an order, each with its text, its HTML and all headers.
    public List<Map<String, Object>> mails(UUID order) {
        List<Integer> ids =
                http().queryParam("order", order.toString())
                        .get("/api/messages")
                        .then()
                        .extract()
                        .path("messages.id");
        return ids.stream()
                .map(id ->
                        http().get("/api/messages/{id}", id)
                                .then()
                                .extract()
                                .<Map<String, Object>>path("$"))
                .toList();
    }

    /// The only mail about an order.
    public Map<String, Object> only(UUID order) {
        List<Map<String, Object>> mails = mails(order);
        if (mails.size() != 1) {
            throw new AssertionError("mails about the order: " + mails.size());
        }
        return mails.getFirst();
    }

    private RequestSpecification http() {
        return given().baseUri("http://127.0.0.1").port(httpPort);
    }

    private static int port(String key) {
        return ConfigProvider.getConfig().getValue(key, Integer.class);
    }
}
