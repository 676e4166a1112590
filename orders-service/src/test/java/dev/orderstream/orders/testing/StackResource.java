package dev.orderstream.orders.testing;

import dev.orderstream.localstack.teststack.FreePorts;
import dev.orderstream.localstack.teststack.TestStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/// Real PostgreSQL and Kafka, a key pair for tokens, and an origin that webhooks may go to.
public class StackResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        Map<String, String> environment = new HashMap<>(TestStack.start().environment("orders"));
        try {
            Path keys = Files.createTempDirectory("orders-keys");
            KeyPair pair = pair();
            Path secret = pem(keys, "PRIVATE", pair.getPrivate().getEncoded());
            Path open = pem(keys, "PUBLIC", pair.getPublic().getEncoded());
            environment.put("JWT_PUBLIC_KEY", "file:" + open);
            environment.put("smallrye.jwt.sign.key.location", "file:" + secret);
            environment.put(
                    "test.other.key",
                    "file:" + pem(keys, "OTHER", pair().getPrivate().getEncoded()));
            environment.put(
                    "orders.webhooks.allowed-origins", "http://127.0.0.1:" + FreePorts.take(1)[0]);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return environment;
    }

    @Override
    public void stop() {}

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static Path pem(Path directory, String name, byte[] key) throws IOException {
        String kind = name.equals("PUBLIC") ? name : "PRIVATE";
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        return Files.writeString(
                directory.resolve(name + ".pem"),
                "-----BEGIN %s KEY-----%n%s%n-----END %s KEY-----%n".formatted(kind, body, kind));
    }
}
