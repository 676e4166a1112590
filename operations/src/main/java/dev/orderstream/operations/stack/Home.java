package dev.orderstream.operations.stack;

import dev.orderstream.operations.console.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The data directory of a local stack.
public record Home(Path directory) {

    /// The text of a file that a stack makes at its first start.
    public String read(String file) {
        Path path = directory.resolve(file);
        try {
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw CommandFailure.failed(
                    "There is no stack in "
                            + directory
                            + " ("
                            + file
                            + " is missing): start one with ./orderstream up.");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }
}
