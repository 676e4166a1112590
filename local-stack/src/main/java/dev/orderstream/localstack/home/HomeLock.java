package dev.orderstream.localstack.home;

import dev.orderstream.localstack.StackException;
import dev.orderstream.localstack.process.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// At most one launcher works in a home. The operating system gives the lock back when its holder
/// dies.
public record HomeLock(FileChannel channel) implements AutoCloseable {

    /// Empty if somebody else holds it.
    public static Optional<HomeLock> take(Home home) {
        try {
            PrivateFiles.directory(home.root());
            var channel =
                    FileChannel.open(
                            home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new HomeLock(channel));
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StackException("Could not use " + home.root() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StackException("Could not give up " + channel + ": " + e.getMessage(), e);
        }
    }
}
