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
import java.util.List;

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

    /// Reads the envelopes, and says where the last whole mail ends: a half one was never accepted.
    static long read(FileChannel file, List<MailStore.Stored> into) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mapped = file.map(MapMode.READ_ONLY, 0, file.size(), arena);
            long end = 0;
            while (end + LENGTHS_BYTES <= mapped.byteSize()) {
                int envelope = mapped.get(LENGTH, end);
                int source = mapped.get(LENGTH, end + Integer.BYTES);
                long start = end + LENGTHS_BYTES;
                if (!isWhole(envelope, source, mapped.byteSize() - start)) {
                    break;
                }
                byte[] json = mapped.asSlice(start, envelope).toArray(ValueLayout.JAVA_BYTE);
                into.add(new MailStore.Stored(ENVELOPES.readValue(json), start + envelope));
                end = start + envelope + source;
            }
            return end;
        }
    }

    private static boolean isWhole(int envelope, int source, long left) {
        return envelope > 0 && source >= 0 && (long) envelope + source <= left;
    }
}
