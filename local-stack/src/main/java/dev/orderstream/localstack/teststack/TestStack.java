package dev.orderstream.localstack.teststack;

import java.util.Map;
import java.util.function.UnaryOperator;

/// A real PostgreSQL with the four databases and a real Kafka with all topics, started once a JVM
/// and gone at its end.
///
/// Child processes by default; containers with `-Dorderstream.test.stack=containers`.
public final class TestStack {

    private final UnaryOperator<String> stack;

    private TestStack(UnaryOperator<String> stack) {
        this.stack = stack;
    }

    /// The stack of this JVM, started by the first caller; callers in other class loaders get the
    /// same one.
    public static TestStack start() {
        return new TestStack(IsolatedStack.ofThisJvm());
    }

    /// JDBC URL of `orders`, `payments`, `email` or `shipping`.
    public String jdbcUrl(String database) {
        return stack.apply("jdbcUrl " + database);
    }

    /// The role that owns the database.
    public String user(String database) {
        return database;
    }

    /// In tests a role's password is its name; so is that of `debezium` and of the owner of the
    /// server, `postgres`.
    public String password(String database) {
        return database;
    }

    /// Kafka without authentication.
    public String bootstrapServers() {
        return stack.apply("bootstrapServers");
    }

    /// What the service that owns `database` reads from its environment, pointed at this stack.
    public Map<String, String> environment(String database) {
        return Map.of(
                "DATABASE_URL", jdbcUrl(database),
                "DATABASE_USER", user(database),
                "DATABASE_PASSWORD", password(database),
                "KAFKA_BOOTSTRAP_SERVERS", bootstrapServers(),
                "KAFKA_SECURITY_PROTOCOL", "PLAINTEXT",
                "KAFKA_USER", "nobody",
                "KAFKA_PASSWORD", "none");
    }

    /// Ends one part without warning (SIGKILL).
    public void kill(Part part) {
        var _ = stack.apply("kill " + part);
    }

    /// Ends one part gently.
    public void stop(Part part) {
        var _ = stack.apply("stop " + part);
    }

    /// Brings a part back on its data and port, and waits until it serves.
    public void restart(Part part) {
        var _ = stack.apply("restart " + part);
    }
}
