package dev.orderstream.email.testing;

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

/// Real PostgreSQL and Kafka, and a key pair for tokens.
public class StackResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        Map<String, String> environment = new HashMap<>(TestStack.start().environment("email"));
        try {
            Path keys = Files.createTempDirectory("email-keys");
            KeyPair pair = pair();
            Path secret = pem(keys, "PRIVATE", pair.getPrivate().getEncoded());
            Path open = pem(keys, "PUBLIC", pair.getPublic().getEncoded());
            environment.put("JWT_PUBLIC_KEY", "file:" + open);
            environment.put("smallrye.jwt.sign.key.location", "file:" + secret);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        int[] ports = FreePorts.take(2);
        environment.put("SMTP_PORT", Integer.toString(ports[0]));
        environment.put("test.mail.http.port", Integer.toString(ports[1]));
        environment.put("email.sender.retry-max", "PT0.2S");
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
