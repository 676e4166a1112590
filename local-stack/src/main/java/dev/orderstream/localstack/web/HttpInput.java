package dev.orderstream.localstack.web;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What a client sends, by lines and by lengths.
final class HttpInput {

    private static final int BUFFER_BYTES = 16 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int from;
    private int end;

    HttpInput(InputStream in) {
        this.in = in;
    }

    /// Without its line end; null where the client has gone.
    @Nullable String line(int charsMax) throws IOException {
        int at = from;
        while (true) {
            for (; at < end; at++) {
                if (buffer[at] == '\n') {
                    return take(at, charsMax);
                }
            }
            if (at - from > charsMax) {
                throw new RequestRefused(431, "A header line is too long");
            }
            int scanned = at - from;
            if (!more()) {
                return null;
            }
            at = from + scanned;
        }
    }

    private String take(int newLine, int charsMax) {
        int last = newLine > from && buffer[newLine - 1] == '\r' ? newLine - 1 : newLine;
        String line = new String(buffer, from, last - from, StandardCharsets.ISO_8859_1);
        from = newLine + 1;
        if (line.length() > charsMax) {
            throw new RequestRefused(431, "A header line is too long");
        }
        return line;
    }

    byte[] bytes(int length) throws IOException {
        byte[] bytes = new byte[length];
        int buffered = Math.min(length, end - from);
        System.arraycopy(buffer, from, bytes, 0, buffered);
        from += buffered;
        if (in.readNBytes(bytes, buffered, length - buffered) < length - buffered) {
            throw new EOFException("The body ended early");
        }
        return bytes;
    }

    /// A body in chunks (RFC 9112, 7.1).
    byte[] chunks(int bytesMax) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(bytesMax); size > 0; size = chunkSize(bytesMax)) {
            if (body.size() + size > bytesMax) {
                throw new RequestRefused(413, "The body is larger than " + bytesMax + " bytes");
            }
            body.writeBytes(bytes(size));
            String unused = line(2);
        }
        String trailer = line(bytesMax);
        while (trailer != null && !trailer.isEmpty()) {
            trailer = line(bytesMax);
        }
        return body.toByteArray();
    }

    private int chunkSize(int bytesMax) throws IOException {
        String line = line(BUFFER_BYTES);
        if (line == null) {
            throw new EOFException("The body ended early");
        }
        int semicolon = line.indexOf(';');
        String size = (semicolon < 0 ? line : line.substring(0, semicolon)).strip();
        try {
            int number = Integer.parseInt(size, 16);
            if (number >= 0 && number <= bytesMax) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new RequestRefused(400, "Malformed chunk");
        }
        throw new RequestRefused(413, "The body is larger than " + bytesMax + " bytes");
    }

    private boolean more() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, end - from);
            end -= from;
            from = 0;
        }
        if (end == buffer.length) {
            throw new RequestRefused(431, "A header line is too long");
        }
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(read, 0);
        return read > 0;
    }
}
