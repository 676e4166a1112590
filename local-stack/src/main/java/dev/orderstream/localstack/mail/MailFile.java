package dev.orderstream.localstack.mail;

import com.fasterxml.jackson.databind.ObjectReader;
import dev.orderstream.localstack.web.JsonText;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.util.function.LongConsumer;

/// The file's format: for each mail the length of its envelope, the length of its source, the
/// envelope (JSON), the source.
final class MailFile {

    private static final int LENGTHS_BYTES = 2 * Integer.BYTES;
    private static final ObjectReader ENVELOPES = JsonText.COMPACT.readerFor(Envelope.class);
    private static final ValueLayout.OfInt LENGTH =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private MailFile() {}

    static ByteBuffer frame(byte[] envelope, byte[] source) {
        ByteBuffer frame = ByteBuffer.allocate(LENGTHS_BYTES + envelope.length + source.length);
        return frame.putInt(envelope.length).putInt(source.length).put(envelope).put(source).flip();
    }

    /// Finds where each mail begins, and says where the last whole one ends: a half one was never
    /// accepted.
    static long scan(FileChannel file, LongConsumer begins) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mapped = file.map(MapMode.READ_ONLY, 0, file.size(), arena);
            long end = 0;
            while (end + LENGTHS_BYTES <= mapped.byteSize()) {
                int envelope = mapped.get(LENGTH, end);
                int source = mapped.get(LENGTH, end + Integer.BYTES);
                if (!isWhole(envelope, source, mapped.byteSize() - end - LENGTHS_BYTES)) {
                    break;
                }
                begins.accept(end);
                end += LENGTHS_BYTES + envelope + source;
            }
            return end;
        }
    }

    /// Reads the mail that begins here, without its source.
    static MailStore.Stored read(FileChannel file, long begin) throws IOException {
        ByteBuffer lengths = read(file, begin, LENGTHS_BYTES);
        int envelope = lengths.getInt();
        long start = begin + LENGTHS_BYTES;
        return new MailStore.Stored(
                ENVELOPES.readValue(read(file, start, envelope).array()), start + envelope);
    }

    static ByteBuffer read(FileChannel file, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, position + bytes.position()) < 0) {
                throw new IOException("The mails were deleted");
            }
        }
        return bytes.flip();
    }

    private static boolean isWhole(int envelope, int source, long left) {
        return envelope > 0 && source >= 0 && (long) envelope + source <= left;
    }
}
