package dev.orderstream.localstack.process;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Copies what is appended to a log, whole lines at a time.
public final class LogFollower {

    private static final int CHUNK_BYTES = 1 << 20;

    private final Path log;
    private long position;

    /// Starts at byte `position`.
    public LogFollower(Path log, long position) {
        this.log = log;
        this.position = position;
    }

    public void copyNew(PrintWriter out) {
        try {
            if (!Files.isRegularFile(log)) {
                return;
            }
            try (var channel = FileChannel.open(log, StandardOpenOption.READ)) {
                // Set aside and begun anew
                position = channel.size() < position ? 0 : position;
                while (copyLines(channel, out)) {
                    out.flush();
                }
            }
        } catch (IOException e) {
            out.println("(cannot read " + log + ": " + e.getMessage() + ")");
        }
    }

    private boolean copyLines(FileChannel channel, PrintWriter out) throws IOException {
        var buffer = ByteBuffer.allocate(CHUNK_BYTES);
        var length = Math.max(0, channel.read(buffer, position));
        var end = length;
        while (end > 0 && end < CHUNK_BYTES && buffer.get(end - 1) != '\n') {
            end--;
        }
        out.print(new String(buffer.array(), 0, end, StandardCharsets.UTF_8));
        position += end;
        return end > 0;
    }
}
