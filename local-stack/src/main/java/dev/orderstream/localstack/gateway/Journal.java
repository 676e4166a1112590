package dev.orderstream.localstack.gateway;

import com.fasterxml.jackson.databind.ObjectReader;
import dev.orderstream.localstack.web.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// The changes as JSON lines in a file, handed to the operating system before the request is
/// answered.
final class Journal implements AutoCloseable {

    private static final char NEW_LINE = '\n';
    private static final int BUFFER_BYTES = 1 << 20;
    private static final ObjectReader LINES = JsonText.COMPACT.readerFor(Change.class);

    private final RandomAccessFile file;

    private Journal(RandomAccessFile file) {
        this.file = file;
    }

    /// Reads every whole line; a half one at the end, cut by a crash, was never answered and goes.
    static Journal open(Path path, Consumer<Change> replay) throws IOException {
        long whole = Files.exists(path) ? read(path, replay) : 0;
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        file.setLength(whole);
        file.seek(whole);
        return new Journal(file);
    }

    private static long read(Path path, Consumer<Change> replay) throws IOException {
        long whole = 0;
        try (InputStream in = Files.newInputStream(path)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            int held = 0;
            for (int read = in.read(buffer); read > 0; read = read(in, buffer, held)) {
                held += read;
                int taken = lines(buffer, held, replay);
                whole += taken;
                held -= taken;
                System.arraycopy(buffer, taken, buffer, 0, held);
            }
        }
        return whole;
    }

    private static int read(InputStream in, byte[] buffer, int held) throws IOException {
        if (held == buffer.length) {
            throw new IOException("The gateway's journal is damaged: a line without an end");
        }
        return in.read(buffer, held, buffer.length - held);
    }

    /// How many bytes the whole lines at the start of the buffer take.
    private static int lines(byte[] buffer, int end, Consumer<Change> replay) throws IOException {
        int from = 0;
        for (int at = 0; at < end; at++) {
            if (buffer[at] == NEW_LINE) {
                replay.accept(LINES.readValue(buffer, from, at - from));
                from = at + 1;
            }
        }
        return from;
    }

    void append(Change change) throws IOException {
        file.write(
                Wire.bytes(json -> {
                    ChangeLine.write(json, change);
                    json.writeRaw(NEW_LINE);
                }));
    }

    void clear() throws IOException {
        file.setLength(0);
        file.seek(0);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
