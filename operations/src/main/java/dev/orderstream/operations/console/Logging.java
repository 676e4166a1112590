package dev.orderstream.operations.console;

import java.util.logging.Level;
import java.util.logging.Logger;

/// Keeps libraries from talking over the commands.
public final class Logging {

    private static final Logger ROOT = Logger.getLogger("");

    private Logging() {}

    /// Lets nothing through: a library's trouble reaches the command as an exception.
    public static void quiet() {
        ROOT.setLevel(Level.OFF);
    }
}
