package dev.orderstream.localstack.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Consumer;

/// Tells a person what has been reached, with the seconds it took.
final class Progress implements Consumer<String> {

    private final long startedAt = System.nanoTime();
    private final PrintWriter out;

    Progress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void accept(String message) {
        var elapsed = Duration.ofNanos(System.nanoTime() - startedAt);
        out.println("%5.1f s  %s".formatted(elapsed.toMillis() / 1000.0, message));
        out.flush();
    }
}
