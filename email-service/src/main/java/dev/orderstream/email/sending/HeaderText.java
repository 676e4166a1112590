package dev.orderstream.email.sending;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/// Texts of others inside headers.
final class HeaderText {

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9 .,'()&/:;!?+_-]*");

    /// Keeps an encoded word within its 75 characters (RFC 2047, 2).
    private static final int WORD_BYTES_MAX = 45;

    private HeaderText() {}

    /// Whether a value would end its header: a line break that is not a fold.
    static boolean breaksOut(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean fold = c == '\r' && value.startsWith("\r\n ", i);
            if (fold) {
                i += 2;
            } else if (Character.isISOControl(c)) {
                return true;
            }
        }
        return false;
    }

    /// Free text, such as a subject.
    static String text(String value) {
        return HARMLESS.matcher(value).matches() ? value : encodedWords(value);
    }

    /// A display name with its address.
    static String mailbox(String name, String address) {
        String shown = HARMLESS.matcher(name).matches() ? '"' + name + '"' : encodedWords(name);
        return shown + "\r\n <" + address + ">";
    }

    private static String encodedWords(String value) {
        var words = new StringBuilder();
        var word = new StringBuilder();
        int bytes = 0;
        for (int codePoint : value.codePoints().toArray()) {
            String character = Character.toString(codePoint);
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + length > WORD_BYTES_MAX) {
                words.append(encodedWord(word)).append("\r\n ");
                word.setLength(0);
                bytes = 0;
            }
            word.append(character);
            bytes += length;
        }
        return words.append(encodedWord(word)).toString();
    }

    private static String encodedWord(CharSequence text) {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
    }
}
