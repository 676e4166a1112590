package dev.orderstream.localstack.postgres;

import dev.orderstream.localstack.StackException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// PostgreSQL refuses to run as root. In a user namespace without a mapping, root is nobody to the
/// server and still owns its files to the kernel.
final class Rootless {

    private static final List<String> NAMESPACE = List.of("unshare", "--user", "--");

    private Rootless() {}

    static List<String> command(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        if (!namespacesWork()) {
            throw new StackException(
                    "PostgreSQL does not run as root, and this machine allows no user namespace:"
                            + " run it as an ordinary user");
        }
        var wrapped = new ArrayList<>(NAMESPACE);
        wrapped.addAll(command);
        return wrapped;
    }

    private static boolean namespacesWork() {
        try {
            var probe = new ArrayList<>(NAMESPACE);
            probe.add("true");
            return new ProcessBuilder(probe)
                            .redirectErrorStream(true)
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
