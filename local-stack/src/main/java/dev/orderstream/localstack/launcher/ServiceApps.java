package dev.orderstream.localstack.launcher;

import dev.orderstream.localstack.Installation;
import dev.orderstream.localstack.StackException;
import dev.orderstream.localstack.home.Home;
import dev.orderstream.localstack.process.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The services' runnable directories, copied to where no build changes them while they run. All
/// processes of a service run one copy for as long as the launcher lives, whatever is built
/// meanwhile.
final class ServiceApps {

    private static final String RUNNER = "quarkus-run.jar";
    private static final int NAME_BYTES = 8;

    private final Installation installation;
    private final Home home;
    private final Map<String, Path> jars = new HashMap<>();

    ServiceApps(Installation installation, Home home) {
        this.installation = installation;
        this.home = home;
    }

    /// The jar to run; what is built is copied when it is asked for first.
    synchronized Path jar(String service) {
        var known = jars.get(service);
        if (known != null && Files.isRegularFile(known)) {
            return known;
        }
        var jar = copied(installation.serviceApp(service), home.apps(service));
        jars.put(service, jar);
        return jar;
    }

    private static Path copied(Path built, Path copies) {
        if (!Files.isRegularFile(built.resolve(RUNNER))) {
            throw new StackException(built + " is missing: build it with mvn package");
        }
        try {
            // Named by what was built: the same build stays where the class data archives know it
            var copy = copies.resolve(hash(fingerprint(built)));
            if (!Files.isDirectory(copy)) {
                PrivateFiles.deleteTree(copies);
                copy(built, PrivateFiles.half(copy));
                Files.move(PrivateFiles.half(copy), copy, StandardCopyOption.ATOMIC_MOVE);
            }
            return copy.resolve(RUNNER);
        } catch (IOException e) {
            throw new StackException(
                    "Could not copy " + built + " to " + copies + ": " + e.getMessage(), e);
        }
    }

    private static String fingerprint(Path built) throws IOException {
        return tree(built).stream()
                .filter(Files::isRegularFile)
                .sorted()
                .map(file -> built.relativize(file) + " " + sizeAndTime(file))
                .collect(Collectors.joining("\n"));
    }

    private static String sizeAndTime(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.size() + " " + attributes.lastModifiedTime();
        } catch (IOException e) {
            return "unreadable";
        }
    }

    private static String hash(String text) {
        try {
            var sum =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Keeps modification times, by which a class data archive knows its jars again.
    private static void copy(Path built, Path copy) throws IOException {
        for (var file : tree(built)) {
            var target = copy.resolve(built.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else {
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static List<Path> tree(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.toList();
        } catch (UncheckedIOException e) {
            // A build that runs takes files away while they are listed
            throw e.getCause();
        }
    }
}
