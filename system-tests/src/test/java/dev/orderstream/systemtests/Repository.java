package dev.orderstream.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The files of this repository, as a checkout has them.
final class Repository {

    /// Made by a build or by a running stack.
    private static final Set<String> NOT_OURS =
            Set.of("target", ".git", ".orderstream", "node_modules", ".idea");

    static final Path ROOT = root();

    private Repository() {}

    /// All files that satisfy this, in a stable order.
    static List<Path> files(Predicate<Path> wanted) {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !made(ROOT.relativize(file)))
                    .filter(wanted)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> named(String ending) {
        return files(file -> file.toString().endsWith(ending));
    }

    static List<Path> mainSources() {
        return files(file ->
                file.toString().endsWith(".java") && file.toString().contains("/src/main/"));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(String file) {
        return read(ROOT.resolve(file));
    }

    private static boolean made(Path relative) {
        return Stream.iterate(0, i -> i < relative.getNameCount(), i -> i + 1)
                .anyMatch(i -> NOT_OURS.contains(relative.getName(i).toString()));
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("events-schema"))) {
            here = here.getParent();
            if (here == null) {
                throw new IllegalStateException("not inside the repository");
            }
        }
        return here;
    }
}
