package dev.orderstream.localstack.launcher;

import dev.orderstream.localstack.StackException;
import dev.orderstream.localstack.process.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A service's runnable directory, copied to where no build changes it while it runs.
final class ServiceApp {

    private static final String RUNNER = "quarkus-run.jar";

    private ServiceApp() {}

    /// Copies only if the built service differs from the copy; returns the jar to run. One at a
    /// time: replicas run the same copy.
    static synchronized Path copied(Path built, Path copy) {
        if (!Files.isRegularFile(built.resolve(RUNNER))) {
            throw new StackException(built + " is missing: build it with mvn package");
        }
        try {
            var stamp = copy.resolveSibling(copy.getFileName() + ".stamp");
            var wanted = fingerprint(built);
            if (!Files.isRegularFile(stamp) || !Files.readString(stamp).equals(wanted)) {
                Files.deleteIfExists(stamp);
                PrivateFiles.deleteTree(copy);
                copy(built, copy);
                Files.writeString(stamp, wanted);
            }
            return copy.resolve(RUNNER);
        } catch (IOException e) {
            throw new StackException(
                    "Could not copy " + built + " to " + copy + ": " + e.getMessage(), e);
        }
    }

    private static String fingerprint(Path built) throws IOException {
        try (Stream<Path> files = Files.walk(built)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> built.relativize(file) + " " + sizeAndTime(file))
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String sizeAndTime(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.size() + " " + attributes.lastModifiedTime();
        } catch (IOException e) {
            return "unreadable";
        }
    }

    /// Keeps modification times, by which a class data archive knows its jars again.
    private static void copy(Path built, Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(built)) {
            for (var file : files.toList()) {
                var target = copy.resolve(built.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
