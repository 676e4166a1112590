package dev.orderstream.localstack.launcher;

import dev.orderstream.localstack.home.Home;
import dev.orderstream.localstack.process.ChildrenFile;
import dev.orderstream.localstack.process.ProcessIdentity;
import dev.orderstream.localstack.process.Signals;
import dev.orderstream.localstack.process.Waiting;
import java.time.Duration;
import java.util.List;

/// Children whose launcher was killed without warning. They are ended, and nobody else's processes
/// are.
public final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Leftovers() {}

    /// Ends them last started first, and returns how many there were.
    public static int end(Home home) {
        List<ProcessIdentity> children = ChildrenFile.survivors(home.children());
        for (var child : children.reversed()) {
            end(child);
        }
        return children.size();
    }

    private static void end(ProcessIdentity child) {
        // While the others were ended it may have gone, and its process id to a stranger
        if (child.find().isEmpty()) {
            return;
        }
        // PostgreSQL's fast shutdown; on SIGTERM it would wait for its clients
        Signals.send(child.pid(), child.name().equals("postgres") ? "INT" : "TERM");
        if (!Waiting.holdsWithin(PATIENCE, () -> child.find().isEmpty())) {
            child.find().ifPresent(ProcessHandle::destroyForcibly);
            Waiting.holdsWithin(PATIENCE, () -> child.find().isEmpty());
        }
    }
}
