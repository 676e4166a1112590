package dev.orderstream.localstack.process;

import java.io.IOException;
import java.util.List;

/// Sends signals that `Process` has no method for.
public final class Signals {

    private Signals() {}

    /// True if the signal was delivered.
    public static boolean send(long pid, String signal) {
        try {
            var kill = new ProcessBuilder(List.of("kill", "-" + signal, Long.toString(pid)));
            return kill.redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
