package dev.orderstream.email.composing;

import java.util.regex.Pattern;

/// Texts of others inside the text of a mail.
final class OneLine {

    /// Control characters and Unicode's own line ends would forge lines; overrides of the direction
    /// of writing would show a text as another one.
    private static final Pattern UNWANTED =
            Pattern.compile(
                    "[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]+");

    private OneLine() {}

    static String of(String text) {
        return UNWANTED.matcher(text).replaceAll(" ");
    }
}
