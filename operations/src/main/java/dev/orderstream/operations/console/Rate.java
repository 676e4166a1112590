package dev.orderstream.operations.console;

/// How many orders a second a command posts.
public final class Rate {

    private static final int MAX = 100_000;

    private Rate() {}

    /// @throws CommandFailure when nothing can be posted at this rate
    public static void check(double perSecond) {
        if (!(perSecond > 0 && perSecond <= MAX)) {
            throw CommandFailure.usage("--rate must be above 0, and at most " + MAX + ".");
        }
    }
}
