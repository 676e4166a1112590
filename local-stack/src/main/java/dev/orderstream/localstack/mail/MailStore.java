package dev.orderstream.localstack.mail;

import dev.orderstream.localstack.web.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// All mails in one append-only file; a mail is handed to the operating system before its sender
/// gets the reply.
///
/// In memory is only where each begins, so that the customers of a long load test fit too.
final class MailStore implements AutoCloseable {

    /// One mail and where its source lies in the file.
    record Stored(Envelope envelope, long position) {}

    private static final String OWN_HEADERS = "x-orderstream-";

    private final FileChannel file;
    private long[] begins = new long[1024];
    private int count;
    private final ReentrantLock lock = new ReentrantLock();
    private long end;
    private long lastId;

    private MailStore(FileChannel file) throws IOException {
        this.file = file;
        this.end = MailFile.scan(file, this::begin);
        this.lastId = count == 0 ? 0 : stored(count - 1).envelope().id();
        FileChannel unused = file.truncate(end);
    }

    static MailStore open(Path directory) throws IOException {
        Files.createDirectories(directory);
        return new MailStore(
                FileChannel.open(
                        directory.resolve("mails"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE));
    }

    Envelope add(String from, List<String> to, byte[] source) throws IOException {
        List<HeaderScan.Header> headers = HeaderScan.of(source);
        Map<String, String> own = new LinkedHashMap<>();
        headers.stream()
                .filter(header -> HeaderScan.startsWith(header, OWN_HEADERS))
                .forEach(header -> own.put(header.name(), header.value()));
        String subject = HeaderScan.find(headers, "Subject");
        String messageId = HeaderScan.find(headers, "Message-ID");
        String automatic = HeaderScan.find(headers, "Auto-Submitted");
        lock.lock();
        try {
            Envelope envelope =
                    new Envelope(
                            lastId + 1,
                            messageId,
                            from,
                            to,
                            subject == null ? "" : subject,
                            Instant.now(),
                            automatic,
                            source.length,
                            own);
            append(envelope, source);
            return envelope;
        } finally {
            lock.unlock();
        }
    }

    private void append(Envelope envelope, byte[] source) throws IOException {
        byte[] head = JsonText.COMPACT.writeValueAsBytes(envelope);
        ByteBuffer frame = MailFile.frame(head, source);
        int length = frame.remaining();
        long position = end;
        while (frame.hasRemaining()) {
            position += file.write(frame, position);
        }
        begin(end);
        end += length;
        lastId = envelope.id();
    }

    private void begin(long position) {
        if (count == begins.length) {
            begins = Arrays.copyOf(begins, 2 * count);
        }
        begins[count++] = position;
    }

    private Stored stored(int index) {
        try {
            return MailFile.read(file, begins[index]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int count() {
        return locked(() -> count);
    }

    @Nullable Stored find(long id) {
        return locked(() -> {
            boolean kept = id > lastId - count && id <= lastId;
            return kept ? stored(indexBehind(id - 1)) : null;
        });
    }

    byte[] source(Stored mail) throws IOException {
        return MailFile.read(file, mail.position(), mail.envelope().size()).array();
    }

    /// Oldest first, with ids above the given one.
    List<Envelope> after(long id, long limit, Predicate<Envelope> wanted) {
        return locked(() ->
                IntStream.range(indexBehind(id), count)
                        .mapToObj(index -> stored(index).envelope())
                        .filter(wanted)
                        .limit(limit)
                        .toList());
    }

    /// Newest first, with ids below the given one.
    List<Envelope> before(long id, long limit, Predicate<Envelope> wanted) {
        return locked(() ->
                IntStream.iterate(indexBehind(id - 1) - 1, index -> index >= 0, index -> index - 1)
                        .mapToObj(index -> stored(index).envelope())
                        .filter(wanted)
                        .limit(limit)
                        .toList());
    }

    /// Ids go on from where they were: a reader who asks for what came after its last one misses
    /// nothing.
    void clear() throws IOException {
        lock.lock();
        try {
            count = 0;
            FileChannel unused = file.truncate(0);
            end = 0;
        } finally {
            lock.unlock();
        }
    }

    /// The ids have no gaps: the first mail behind an id is found by subtraction.
    private int indexBehind(long id) {
        return (int) Math.clamp(id - (lastId - count), 0, count);
    }

    private <T extends @Nullable Object> T locked(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
