package dev.orderstream.localstack.process;

import dev.orderstream.localstack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Which children are running, on disk: whoever was killed without warning leaves here what is to
/// be ended for them.
public final class ChildrenFile {

    private final Path file;
    private final Map<String, ProcessIdentity> children = new LinkedHashMap<>();

    public ChildrenFile(Path file) {
        this.file = file;
    }

    /// Records a child, in the place of an earlier one of its name.
    public synchronized void record(ProcessIdentity child) {
        children.put(child.name(), child);
        write();
    }

    public synchronized void forgetEnded() {
        children.values().removeIf(child -> child.find().isEmpty());
        write();
    }

    /// The recorded children that still run, whoever recorded them.
    public static List<ProcessIdentity> survivors(Path file) {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(ChildrenFile::parse)
                    .filter(Objects::nonNull)
                    .filter(child -> child.find().isPresent())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private void write() {
        var lines =
                children.values().stream()
                        .map(child ->
                                child.name() + " " + child.pid() + " " + child.startedAt().text())
                        .collect(Collectors.joining("\n", "", "\n"));
        try {
            PrivateFiles.write(file, lines);
        } catch (IOException e) {
            throw new StackException("Could not write " + file + ": " + e.getMessage(), e);
        }
    }

    private static @org.jspecify.annotations.Nullable ProcessIdentity parse(String line) {
        var parts = line.split(" ");
        try {
            return parts.length == 3
                    ? new ProcessIdentity(
                            parts[0], Long.parseLong(parts[1]), new StartTime(parts[2]))
                    : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
