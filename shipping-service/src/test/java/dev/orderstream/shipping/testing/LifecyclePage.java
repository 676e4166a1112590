package dev.orderstream.shipping.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The page of the state diagrams.
public final class LifecyclePage {

    private static final Path PAGE = Path.of("../docs/reference/lifecycle.md");

    private LifecyclePage() {}

    /// The edges of a service's diagram, such as `A --> B: Fact`.
    public static Set<String> edges(String service) {
        return section(service)
                .filter(line -> line.contains(" --> "))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The codes in a service's table.
    public static Set<String> codes(String service) {
        return section(service)
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("`")[1])
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> section(String service) {
        try {
            return Files.readAllLines(PAGE).stream()
                    .dropWhile(line -> !line.equals("## " + service))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("## "))
                    .map(String::strip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
