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
    private long whole;
    private boolean torn;

    /// @param whole how many bytes of the file are whole lines; the next line follows them
    Journal(RandomAccessFile file, long whole) throws IOException {
        this.file = file;
        this.whole = whole;
        cut();
    }

    /// Reads every whole line; a half one at the end, cut by a crash, was never answered and goes.
    static Journal open(Path path, Consumer<Change> replay) throws IOException {
        long whole = Files.exists(path) ? read(path, replay) : 0;
        return new Journal(new RandomAccessFile(path.toFile(), "rw"), whole);
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

    /// Writes the line wholly or not at all: what a full disk took of it is cut off again, at the
    /// latest before the next line.
    void append(Change change) throws IOException {
        byte[] line = line(change);
        if (torn) {
            cut();
        }
        try {
            file.write(line);
            whole += line.length;
        } catch (IOException e) {
            torn = true;
            cut();
            throw e;
        }
    }

    private static byte[] line(Change change) {
        return Wire.bytes(json -> {
            ChangeLine.write(json, change);
            json.writeRaw(NEW_LINE);
        });
    }

    private void cut() throws IOException {
        file.setLength(whole);
        file.seek(whole);
        torn = false;
    }

    void clear() throws IOException {
        whole = 0;
        cut();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
