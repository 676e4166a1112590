package dev.orderstream.localstack.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// A JVM's arguments in a file that only its owner can read, for as long as the command runs.
public record ArgumentFile(Path file, String program) implements AutoCloseable {

    public static ArgumentFile of(Path directory, List<String> command) throws IOException {
        var file = directory.resolve("arguments");
        var lines =
                command.stream()
                        .skip(1)
                        .map(ArgumentFile::quoted)
                        .collect(Collectors.joining("\n"));
        PrivateFiles.write(file, lines);
        return new ArgumentFile(file, command.getFirst());
    }

    public List<String> command() {
        return List.of(program, "@" + file);
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public void close() {
        PrivateFiles.deleteQuietly(file);
    }
}
