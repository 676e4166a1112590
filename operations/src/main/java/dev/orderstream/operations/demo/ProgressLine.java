package dev.orderstream.operations.demo;

import java.io.PrintWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Shows progress: on a terminal a line that changes, elsewhere a new line now and then.
final class ProgressLine {

    private static final Duration PLAIN_EVERY = Duration.ofSeconds(5);
    private static final String OVERWRITE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean terminal = System.console() != null && System.console().isTerminal();
    private @Nullable String shown;
    private long shownAt;

    ProgressLine(PrintWriter err) {
        this.err = err;
    }

    void show(String line) {
        boolean due = System.nanoTime() - shownAt > PLAIN_EVERY.toNanos();
        if (line.equals(shown) || (!terminal && shown != null && !due)) {
            return;
        }
        if (terminal) {
            err.print(OVERWRITE + line);
        } else {
            err.println(line);
        }
        err.flush();
        shown = line;
        shownAt = System.nanoTime();
    }

    /// Says something that stays; the changing line goes on below.
    void say(String line) {
        if (terminal) {
            err.print(OVERWRITE);
        }
        err.println(line);
        err.flush();
        shown = null;
    }

    void done() {
        if (terminal && shown != null) {
            err.println();
            err.flush();
        }
    }
}
