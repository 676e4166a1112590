package dev.orderstream.operations.stack;

import dev.orderstream.operations.console.CommandFailure;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/// The passwords of a local stack.
final class Secrets {

    private static final String FILE = "secrets/secrets.properties";

    private final Properties properties;

    private Secrets(Properties properties) {
        this.properties = properties;
    }

    static Secrets of(Home home) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(home.read(FILE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Secrets(properties);
    }

    String postgres(String role) {
        return get("pg." + role);
    }

    String kafka(String user) {
        return get("kafka." + user);
    }

    private String get(String name) {
        String secret = properties.getProperty(name);
        if (secret == null) {
            throw CommandFailure.failed(
                    FILE
                            + " has no "
                            + name
                            + ": make the stack anew with ./orderstream up --fresh.");
        }
        return secret;
    }
}
