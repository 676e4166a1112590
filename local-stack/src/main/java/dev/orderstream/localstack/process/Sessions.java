package dev.orderstream.localstack.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How a command gets a session of its own, where the machine has `setsid`; it keeps its process
/// id.
public final class Sessions {

    static final List<String> PREFIX =
            Files.isExecutable(Path.of("/usr/bin/setsid")) ? List.of("/usr/bin/setsid") : List.of();
    static final File NOTHING = new File("/dev/null");

    private Sessions() {}
}
