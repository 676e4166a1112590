package dev.orderstream.localstack.process;

import dev.orderstream.localstack.StackException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A child that does not outlive this JVM, unless it is closed before: then it is let go.
public final class AttachedChild implements AutoCloseable {

    private final Duration patience;
    private final Thread hook = new Thread(this::stop, "stop-child");
    private @Nullable ChildProcess child;

    private AttachedChild(Duration patience) {
        this.patience = patience;
    }

    /// Starts a child that this JVM takes with it.
    ///
    /// @param patience how long the child may take to end with this JVM
    public static AttachedChild start(ChildSpec spec, Duration patience) {
        var attached = new AttachedChild(patience);
        attached.begin(spec);
        return attached;
    }

    public synchronized ChildProcess child() {
        return Objects.requireNonNull(child);
    }

    /// At no moment is there a child of which the hook does not know.
    private synchronized void begin(ChildSpec spec) {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            child = ChildProcess.start(spec);
        } catch (IllegalStateException e) {
            throw new StackException("Stopped while starting " + spec.name(), e);
        } catch (StackException e) {
            close();
            throw e;
        }
    }

    private synchronized void stop() {
        if (child != null) {
            child.stop(patience);
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM ends, and the hook does what it is for
            return;
        }
    }
}
