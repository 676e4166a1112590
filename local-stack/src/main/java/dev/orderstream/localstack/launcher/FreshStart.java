package dev.orderstream.localstack.launcher;

import dev.orderstream.localstack.StackException;
import dev.orderstream.localstack.home.Home;
import dev.orderstream.localstack.process.PrivateFiles;
import java.io.IOException;

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
        } catch (IOException e) {
            throw new StackException("Could not delete " + home.root() + ": " + e.getMessage(), e);
        }
    }
}
