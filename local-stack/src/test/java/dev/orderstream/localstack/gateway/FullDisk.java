package dev.orderstream.localstack.gateway;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// A file whose disk has no room while it is said to be full: it takes half of what is written.
final class FullDisk extends RandomAccessFile {

    private final AtomicInteger refusals = new AtomicInteger();
    private volatile boolean full;

    FullDisk(Path file) throws IOException {
        super(file.toFile(), "rw");
    }

    void full(boolean now) {
        full = now;
    }

    int refusals() {
        return refusals.get();
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        if (full) {
            super.write(bytes, 0, bytes.length / 2);
            refusals.incrementAndGet();
            throw new IOException("No space left on device");
        }
        super.write(bytes);
    }
}
