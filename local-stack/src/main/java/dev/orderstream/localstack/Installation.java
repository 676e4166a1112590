package dev.orderstream.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The checked-out and built project on disk: where the jars, the services and the connector files
/// are.
public record Installation(Path root) {

    /// Finds the project from the system property `orderstream.root`, or upwards from the working
    /// directory.
    public static Installation find() {
        var configured = System.getProperty("orderstream.root");
        if (configured != null) {
            return new Installation(Path.of(configured).toAbsolutePath());
        }
        for (var dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            if (Files.isDirectory(dir.resolve("local-stack"))) {
                return new Installation(dir);
            }
        }
        throw new StackException(
                "No Orderstream project found above " + Path.of("").toAbsolutePath());
    }

    /// The jars of PostgreSQL, Kafka, Connect and what they need.
    public Path libraries() {
        return built("local-stack/target/lib");
    }

    /// The jars that a test stack of containers needs besides.
    public List<Path> containerJars() {
        return jars(built("local-stack/target/containers")).stream().map(Path::of).toList();
    }

    private Path built(String name) {
        var lib = root.resolve(name);
        if (!Files.isDirectory(lib)) {
            throw new StackException(
                    "The local stack is not built ("
                            + lib
                            + " is missing): run mvn -pl local-stack package");
        }
        return lib;
    }

    /// All jars of `libraries()` as a class path in a fixed order, so that a class data archive
    /// stays valid.
    public String classPath() {
        return String.join(java.io.File.pathSeparator, jars(libraries()));
    }

    /// The runnable directory that the build makes of a service.
    public Path serviceApp(String service) {
        return root.resolve(service).resolve("target/quarkus-app");
    }

    public Path connectors() {
        return root.resolve("deploy/connectors");
    }

    /// Unpacked PostgreSQL and other things that any build can make again.
    public Path cache() {
        return root.resolve("local-stack/target");
    }

    private static List<String> jars(Path lib) {
        try (Stream<Path> files = Files.list(lib)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
