package dev.orderstream.payments.testing;

import dev.orderstream.localstack.gateway.GatewaySimulator;
import dev.orderstream.localstack.teststack.TestStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Real PostgreSQL and Kafka, a gateway of its own, and a key pair for tokens.
public class PaymentsStack implements QuarkusTestResourceLifecycleManager {

    /// Signs the webhooks of this gateway.
    public static final String WEBHOOK_SECRET = "whsec_test";

    private static final String API_KEY = "sk_test_payments";

    private @Nullable GatewaySimulator gateway;

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(TestStack.start().environment("payments"));
        try {
            Path home = Files.createTempDirectory("payments-test");
            gateway =
                    GatewaySimulator.start(
                            new GatewaySimulator.Options(
                                    "127.0.0.1",
                                    0,
                                    home.resolve("gateway"),
                                    API_KEY,
                                    WEBHOOK_SECRET));
            config.put("GATEWAY_URL", "http://127.0.0.1:" + gateway.port());
            config.put("GATEWAY_API_KEY", API_KEY);
            config.put("GATEWAY_WEBHOOK_SECRETS", "whsec_next," + WEBHOOK_SECRET);
            config.putAll(keys(home));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        config.put("orderstream.gateway.read-timeout", "PT0.5S");
        config.put("orderstream.charging.backoff-max", "PT0.3S");
        config.put("orderstream.effects.lease", "PT3S");
        config.put("orderstream.effects.poll-interval", "PT0.1S");
        return config;
    }

    @Override
    public void stop() {
        if (gateway != null) {
            try {
                gateway.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Map<String, String> keys(Path home) throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            return Map.of(
                    "JWT_PUBLIC_KEY", pem(home.resolve("public.pem"), "PUBLIC", pair.getPublic()),
                    "smallrye.jwt.sign.key.location",
                            pem(home.resolve("private.pem"), "PRIVATE", pair.getPrivate()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(Path file, String kind, Key key) throws IOException {
        String body = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        Files.writeString(
                file,
                """
                -----BEGIN %1$s KEY-----
                %2$s
                -----END %1$s KEY-----
                """
                        .formatted(kind, body));
        return file.toUri().toString();
    }
}
