package dev.orderstream.localstack.mail;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// A mail as it travels after DATA: ended by a line with a dot, other lines that start with a dot
/// have one more (RFC 5321, 4.5.2).
final class DotStuffed {

    private static final int BLOCK_BYTES = 8 * 1024;

    /// What was read last, as far as the end of the mail depends on it.
    private enum Seen {
        TEXT,
        CR,
        LINE_START,
        DOT,
        DOT_CR,
        END
    }

    private final InputStream in;
    private final ByteArrayOutputStream mail = new ByteArrayOutputStream(BLOCK_BYTES);
    private Seen seen = Seen.LINE_START;

    /// @param in supports mark: what follows the mail stays unread
    DotStuffed(InputStream in) {
        this.in = in;
    }

    /// Null for a mail that is too large, which is read to its end all the same.
    byte @Nullable [] read(int bytesMax) throws IOException {
        byte[] block = new byte[BLOCK_BYTES];
        boolean tooLarge = false;
        while (seen != Seen.END) {
            in.mark(BLOCK_BYTES);
            int length = in.read(block);
            if (length < 0) {
                throw new EOFException("The client has gone amid a mail");
            }
            int used = take(block, length);
            if (used < length) {
                in.reset();
                in.skipNBytes(used);
            }
            if (mail.size() > bytesMax) {
                tooLarge = true;
                mail.reset();
            }
        }
        return tooLarge ? null : mail.toByteArray();
    }

    /// How many bytes of the block belong to the mail.
    private int take(byte[] block, int length) {
        int from = 0;
        for (int at = 0; at < length; at++) {
            Seen before = seen;
            seen = next(block[at]);
            if (before == Seen.LINE_START && seen == Seen.DOT) {
                mail.write(block, from, at - from);
                from = at + 1;
            } else if (before == Seen.DOT_CR && seen != Seen.END) {
                // The CR could have belonged to the end, and did not.
                mail.write('\r');
                from = at;
            } else if (seen == Seen.DOT_CR) {
                from = at + 1;
            } else if (seen == Seen.END) {
                return at + 1;
            }
        }
        mail.write(block, from, length - from);
        return length;
    }

    private Seen next(byte b) {
        return switch (b) {
            case '\r' -> seen == Seen.DOT ? Seen.DOT_CR : Seen.CR;
            case '\n' ->
                    switch (seen) {
                        case CR -> Seen.LINE_START;
                        case DOT_CR -> Seen.END;
                        default -> Seen.TEXT;
                    };
            case '.' -> seen == Seen.LINE_START ? Seen.DOT : Seen.TEXT;
            default -> Seen.TEXT;
        };
    }
}
