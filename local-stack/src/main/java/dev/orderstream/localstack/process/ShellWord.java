package dev.orderstream.localstack.process;

import java.util.regex.Pattern;

/// A text as one word of a shell's command: quoted if it holds what a shell would read as more.
public final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

    private ShellWord() {}

    public static String of(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
