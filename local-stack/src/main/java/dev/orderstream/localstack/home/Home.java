package dev.orderstream.localstack.home;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The directory of one local stack (`.orderstream`), and what lies where in it.
public record Home(Path root) {

    private static final String LOGS = "logs";

    private static final List<String> PARTS =
            List.of("postgres", "kafka", "connect", "gateway", "mail", LOGS, "env");

    public Home {
        root = root.toAbsolutePath().normalize();
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    public Path logs() {
        return root.resolve(LOGS);
    }

    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /// What a service needs to run outside of the launcher.
    public Path environment(String service) {
        return root.resolve("env").resolve(service + ".env");
    }

    public Path stackFile() {
        return root.resolve("stack.json");
    }

    public Path children() {
        return root.resolve("children");
    }

    public Path lock() {
        return root.resolve("lock");
    }

    /// Where one of the stack's parts keeps what is its own.
    public Path data(String part) {
        if (!PARTS.contains(part)) {
            throw new IllegalArgumentException("no part named " + part);
        }
        return root.resolve(part);
    }

    /// How Kafka and Connect log.
    public Path logging() {
        return root.resolve("logging.properties");
    }

    /// All that a stack lays down here but its logs and the lock, and but what any start can make
    /// again and no start needs anew.
    public List<Path> content() {
        return Stream.concat(
                        PARTS.stream().filter(part -> !part.equals(LOGS)).map(this::data),
                        Stream.of(secrets(), stackFile(), children(), logging()))
                .toList();
    }

    /// Copies of a built service: a build beside a running stack does not pull the jars from under
    /// it.
    public Path apps(String service) {
        return root.resolve("apps").resolve(service);
    }

    /// Class data archives, which shorten the next start.
    public Path archive(String process) {
        return archives().resolve(process + ".jsa");
    }

    public Path archives() {
        return root.resolve("cds");
    }
}
