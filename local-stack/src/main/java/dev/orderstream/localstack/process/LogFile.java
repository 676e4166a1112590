package dev.orderstream.localstack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// The log of one process: appended to, and set aside at a start when it has grown large.
public final class LogFile {

    private static final long LENGTH_BYTES_MAX = 20L << 20;

    private LogFile() {}

    static void prepare(Path log) throws IOException {
        if (log.getParent() != null) {
            PrivateFiles.directory(log.getParent());
        }
        if (Files.isRegularFile(log) && Files.size(log) > LENGTH_BYTES_MAX) {
            Files.move(
                    log,
                    log.resolveSibling(log.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// Begins a log anew, also while somebody appends to it.
    public static void clear(Path log) throws IOException {
        if (Files.isRegularFile(log)) {
            Files.write(log, new byte[0]);
        }
    }

    /// The last `lines` lines, or a remark that there are none.
    public static String tail(Path log, int lines) {
        try {
            List<String> all =
                    new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "(no log at " + log + ")";
        }
    }
}
