package dev.orderstream.localstack.mail;

import dev.orderstream.localstack.web.JsonText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// All mails in one append-only file; a mail is handed to the operating system before its sender
/// gets the reply.
final class MailStore implements AutoCloseable {

    /// One mail and where its source lies in the file.
    record Stored(Envelope envelope, long position) {}

    private static final String OWN_HEADERS = "x-orderstream-";

    private final FileChannel file;
    private final List<Stored> mails = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private long end;
    private long lastId;

    private MailStore(FileChannel file) throws IOException {
        this.file = file;
        this.end = MailFile.read(file, mails);
        this.lastId = mails.isEmpty() ? 0 : mails.getLast().envelope().id();
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
        mails.add(new Stored(envelope, end + length - source.length));
        end += length;
        lastId = envelope.id();
    }

    int count() {
        return locked(mails::size);
    }

    @Nullable Stored find(long id) {
        return locked(() -> {
            int index = indexBehind(id - 1);
            return index < mails.size() && mails.get(index).envelope().id() == id
                    ? mails.get(index)
                    : null;
        });
    }

    byte[] source(Stored mail) throws IOException {
        ByteBuffer source = ByteBuffer.allocate(mail.envelope().size());
        while (source.hasRemaining()) {
            if (file.read(source, mail.position() + source.position()) < 0) {
                throw new IOException("The mails were deleted");
            }
        }
        return source.array();
    }

    /// Oldest first, with ids above the given one.
    List<Envelope> after(long id, long limit, Predicate<Envelope> wanted) {
        return locked(() ->
                mails.subList(indexBehind(id), mails.size()).stream()
                        .map(Stored::envelope)
                        .filter(wanted)
                        .limit(limit)
                        .toList());
    }

    /// Newest first, with ids below the given one.
    List<Envelope> before(long id, long limit, Predicate<Envelope> wanted) {
        return locked(() ->
                mails.subList(0, indexBehind(id - 1)).reversed().stream()
                        .map(Stored::envelope)
                        .filter(wanted)
                        .limit(limit)
                        .toList());
    }

    /// Ids go on from where they were: a reader who asks for what came after its last one misses
    /// nothing.
    void clear() throws IOException {
        lock.lock();
        try {
            mails.clear();
            FileChannel unused = file.truncate(0);
            end = 0;
        } finally {
            lock.unlock();
        }
    }

    /// The ids have no gaps: the first mail behind an id is found by subtraction.
    private int indexBehind(long id) {
        if (mails.isEmpty()) {
            return 0;
        }
        long index = id - mails.getFirst().envelope().id() + 1;
        return (int) Math.clamp(index, 0, mails.size());
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
