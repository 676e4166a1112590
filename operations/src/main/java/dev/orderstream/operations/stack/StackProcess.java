package dev.orderstream.operations.stack;

/// A process of the stack; its children count as it, but for the launcher's, which are named here
/// too.
public record StackProcess(String name, long pid) {

    /// Holds the gateway simulator and the mail catcher.
    static final String LAUNCHER = "launcher";

    /// Whether it is the one that started all the others.
    public boolean isLauncher() {
        return name.equals(LAUNCHER);
    }
}
