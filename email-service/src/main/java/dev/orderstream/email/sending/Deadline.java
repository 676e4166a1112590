package dev.orderstream.email.sending;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// When something with the mail server has to be over.
///
/// A socket's own timeouts bound one read, and no write: a server that sends a byte now and then,
/// or takes none, would keep a call for ever. So the socket is closed when the time is over.
final class Deadline {

    private static final ScheduledThreadPoolExecutor CLOSER =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("smtp-deadlines").factory());

    static {
        CLOSER.setRemoveOnCancelPolicy(true);
    }

    private final Duration time;
    private final long endNanos;

    private Deadline(Duration time) {
        this.time = time;
        this.endNanos = System.nanoTime() + time.toNanos();
    }

    static Deadline in(Duration time) {
        return new Deadline(time);
    }

    boolean isOver() {
        return nanosLeft() <= 0;
    }

    void check() throws SocketTimeoutException {
        if (isOver()) {
            throw new SocketTimeoutException();
        }
    }

    /// What went wrong, for operators.
    String problem(IOException e) {
        if (isOver()) {
            return "it took longer than " + time;
        }
        return e.getMessage() != null && e.getClass() == IOException.class
                ? e.getMessage()
                : e.getClass().getSimpleName();
    }

    /// Closes the socket at the deadline, unless the watch is closed before: whatever waits for it
    /// then, a read, a write or a handshake, ends with an IOException.
    Watch watch(Socket socket) {
        ScheduledFuture<?> closing =
                CLOSER.schedule(() -> close(socket), nanosLeft(), TimeUnit.NANOSECONDS);
        return () -> closing.cancel(false);
    }

    private long nanosLeft() {
        return endNanos - System.nanoTime();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed either way.
            return;
        }
    }

    /// A deadline that is watched until this is closed.
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
