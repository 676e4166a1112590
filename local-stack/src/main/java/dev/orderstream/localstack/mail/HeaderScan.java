package dev.orderstream.localstack.mail;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The header lines of a raw mail, unfolded and decoded, without parsing the rest of it.
final class HeaderScan {

    /// One header with its decoded value.
    record Header(String name, String value) {}

    private static final int HEADER_BYTES_MAX = 256 * 1024;

    private HeaderScan() {}

    static List<Header> of(byte[] mail) {
        List<Header> headers = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int from = 0;
        int end = Math.min(mail.length, HEADER_BYTES_MAX);
        while (from < end) {
            int next = lineEnd(mail, from, end);
            String line =
                    new String(mail, from, next - from, StandardCharsets.UTF_8).stripTrailing();
            if (line.isEmpty()) {
                break;
            }
            if (line.charAt(0) != ' ' && line.charAt(0) != '\t') {
                close(open, headers);
            }
            open.append(line);
            from = next + 1;
        }
        close(open, headers);
        return headers;
    }

    static @Nullable String find(List<Header> headers, String name) {
        for (Header header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                return header.value();
            }
        }
        return null;
    }

    static boolean startsWith(Header header, String lowerCasePrefix) {
        return header.name().toLowerCase(Locale.ROOT).startsWith(lowerCasePrefix);
    }

    private static int lineEnd(byte[] mail, int from, int end) {
        int at = from;
        while (at < end && mail[at] != '\n') {
            at++;
        }
        return at;
    }

    private static void close(StringBuilder line, List<Header> headers) {
        int colon = line.indexOf(":");
        if (colon > 0) {
            headers.add(
                    new Header(
                            line.substring(0, colon).strip(),
                            decoded(line.substring(colon + 1).strip())));
        }
        line.setLength(0);
    }

    private static String decoded(String value) {
        if (!value.contains("=?")) {
            return value;
        }
        try {
            return MimeUtility.decodeText(value);
        } catch (UnsupportedEncodingException unknownCharset) {
            return value;
        }
    }
}
