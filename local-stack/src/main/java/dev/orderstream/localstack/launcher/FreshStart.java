package dev.orderstream.localstack.launcher;

import dev.orderstream.localstack.StackException;
import dev.orderstream.localstack.home.Home;
import dev.orderstream.localstack.process.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Deletes what a stack keeps in its home, and nothing else: the home may be a directory in which
/// somebody keeps files of their own.
final class FreshStart {

    private FreshStart() {}

    static void deleteContent(Home home) {
        try {
            for (var entry : home.content()) {
                PrivateFiles.deleteTree(entry);
                PrivateFiles.deleteTree(PrivateFiles.half(entry));
            }
            for (var log : logs(home)) {
                PrivateFiles.deleteTree(log);
            }
        } catch (IOException e) {
            throw new StackException("Could not delete " + home.root() + ": " + e.getMessage(), e);
        }
    }

    /// All but the launcher's own, which it writes to at this moment.
    private static List<Path> logs(Home home) throws IOException {
        if (!Files.isDirectory(home.logs())) {
            return List.of();
        }
        try (Stream<Path> logs = Files.list(home.logs())) {
            return logs.filter(log -> !log.equals(home.log("launcher"))).toList();
        }
    }
}
