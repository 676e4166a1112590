package dev.orderstream.localstack.home;

import dev.orderstream.localstack.StackException;
import dev.orderstream.localstack.process.PrivateFiles;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import java.util.stream.Collectors;

/// The secrets on disk, readable by their owner only.
public final class SecretFiles {

    private static final int RSA_BITS = 2048;
    private static final int SECRET_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path directory;

    public SecretFiles(Home home) {
        this.directory = home.secrets();
    }

    public Path jwtPublicKey() {
        return directory.resolve("jwt-public.pem");
    }

    /// Signs what the public key verifies.
    public Path jwtPrivateKey() {
        return directory.resolve("jwt-private.pem");
    }

    /// Reads the secrets, after making those that do not exist yet.
    public Secrets loadOrMake() {
        try {
            PrivateFiles.directory(directory);
            if (!Files.exists(jwtPrivateKey()) || !Files.exists(jwtPublicKey())) {
                makeKeyPair();
            }
            var file = directory.resolve("secrets.properties");
            var values = read(file);
            if (makeMissing(values)) {
                PrivateFiles.write(file, text(values));
            }
            return new Secrets(values);
        } catch (IOException | IllegalArgumentException e) {
            throw new StackException(
                    "Could not read or make the secrets in " + directory + ": " + e.getMessage(),
                    e);
        }
    }

    private static Properties read(Path file) throws IOException {
        var values = new Properties();
        if (Files.exists(file)) {
            values.load(new StringReader(Files.readString(file)));
        }
        return values;
    }

    private static boolean makeMissing(Properties values) {
        var missing = Secrets.names().stream().filter(name -> !values.containsKey(name)).toList();
        missing.forEach(name -> values.setProperty(name, prefix(name) + random()));
        return !missing.isEmpty();
    }

    /// As the card gateway marks its own test keys and webhook secrets.
    private static String prefix(String name) {
        return switch (name) {
            case Secrets.GATEWAY_API_KEY -> "sk_test_";
            case Secrets.GATEWAY_WEBHOOK_SECRET -> "whsec_";
            default -> "";
        };
    }

    private static String random() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String text(Properties values) {
        return values.stringPropertyNames().stream()
                .sorted()
                .map(name -> name + "=" + values.getProperty(name))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private void makeKeyPair() throws IOException {
        var pair = keyPair();
        PrivateFiles.write(jwtPrivateKey(), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        PrivateFiles.write(jwtPublicKey(), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    }

    private static KeyPair keyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String kind, byte[] encoded) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, lines, kind);
    }
}
