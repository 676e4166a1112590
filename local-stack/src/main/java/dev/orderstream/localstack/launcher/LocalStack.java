package dev.orderstream.localstack.launcher;

import dev.orderstream.localstack.StackException;
import dev.orderstream.localstack.home.Home;
import dev.orderstream.localstack.home.HomeLock;
import dev.orderstream.localstack.home.SecretFiles;
import dev.orderstream.localstack.process.LogFile;
import dev.orderstream.localstack.process.PrivateFiles;
import java.io.IOException;
import java.util.function.Consumer;

/// Runs a stack in this process from its preparation to its end, which a signal brings about.
public final class LocalStack {

    private final LaunchOptions options;
    private final Consumer<String> progress;

    public LocalStack(LaunchOptions options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
    }

    /// Calls `whenReady` once everything serves, and returns when the stack has been stopped.
    public void run(boolean fresh, Runnable whenReady) {
        try (var _ = lock()) {
            prepare(fresh);
            var launcher =
                    new Launcher(options, new SecretFiles(options.home()).loadOrMake(), progress);
            var hook = new Thread(launcher::stop, "stop");
            Runtime.getRuntime().addShutdownHook(hook);
            try {
                launcher.start();
                whenReady.run();
                launcher.awaitStop();
            } finally {
                launcher.stop();
            }
        }
    }

    private HomeLock lock() {
        return HomeLock.take(options.home())
                .orElseThrow(() -> new AlreadyRunningException(options.home().root()));
    }

    private void prepare(boolean fresh) {
        var home = options.home();
        beginLog(home);
        Preflight.diskSpace(home);
        var ended = Leftovers.end(home);
        if (ended > 0) {
            progress.accept("ended " + ended + " processes of a launcher that was killed");
        }
        options.installation().classPath();
        Preflight.portsFree(options.ports(), options.unusedPorts());
        if (fresh) {
            progress.accept("deleting all data in " + home.root());
            FreshStart.deleteContent(home);
        }
        try {
            PrivateFiles.directory(home.logs());
            PrivateFiles.directory(home.archives());
        } catch (IOException e) {
            throw new StackException("Could not prepare " + home.root() + ": " + e.getMessage(), e);
        }
    }

    /// A launcher that was refused for another one leaves that one's log alone.
    private static void beginLog(Home home) {
        try {
            LogFile.clear(home.log("launcher"));
        } catch (IOException e) {
            throw new StackException("Could not prepare " + home.root() + ": " + e.getMessage(), e);
        }
    }
}
