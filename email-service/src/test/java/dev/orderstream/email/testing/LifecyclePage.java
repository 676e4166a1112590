package dev.orderstream.email.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/// The page of the state diagrams.
public final class LifecyclePage {

    private static final Path PAGE = Path.of("../docs/reference/lifecycle.md");

    private LifecyclePage() {}

    /// The edges of a service's diagram, such as `A --> B: Fact`.
    public static Set<String> edges(String service) {
        try {
            return Files.readAllLines(PAGE).stream()
                    .dropWhile(line -> !line.equals("## " + service))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("## "))
                    .map(String::strip)
                    .filter(line -> line.contains(" --> "))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
