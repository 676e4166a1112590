package dev.orderstream.localstack.home;

import java.nio.file.Path;

/// The directory of one local stack (`.orderstream`), and what lies where in it.
public record Home(Path root) {

    public Home {
        root = root.toAbsolutePath().normalize();
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    public Path log(String process) {
        return root.resolve("logs").resolve(process + ".log");
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

    public Path data(String part) {
        return root.resolve(part);
    }

    /// Copies of the built services: a build beside a running stack does not pull the jars from
    /// under it.
    public Path app(String service) {
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
