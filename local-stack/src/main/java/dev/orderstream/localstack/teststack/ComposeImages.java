package dev.orderstream.localstack.teststack;

import dev.orderstream.localstack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The images that `docker-compose.yml` runs, the one place with their tags.
///
/// @param file the compose file
record ComposeImages(Path file) {

    /// The name with its tag of the image `repository`.
    String of(String repository) {
        var image = "image: " + repository + ":";
        try (var lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .filter(line -> line.startsWith(image))
                    .findFirst()
                    .orElseThrow(() -> new StackException("No " + repository + " in " + file))
                    .substring("image: ".length());
        } catch (IOException e) {
            throw new StackException("Could not read " + file + ": " + e.getMessage(), e);
        }
    }
}
