package dev.orderstream.email.sending;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What a mail server answers to a command (RFC 5321, 4.2).
///
/// @param lines without the code
record Reply(int code, List<String> lines) {

    private static final int LINES_MAX = 100;
    private static final int CODE_LENGTH = 3;

    /// Reads one reply of one or several lines.
    ///
    /// @throws IOException when the connection ends or this is no reply
    static Reply read(BufferedReader in) throws IOException {
        List<String> lines = new ArrayList<>();
        while (lines.size() < LINES_MAX) {
            String line = in.readLine();
            if (line == null) {
                throw new EOFException("the mail server closed the connection");
            }
            if (line.length() < CODE_LENGTH) {
                throw new IOException("the mail server sent no reply code");
            }
            lines.add(line.substring(Math.min(line.length(), CODE_LENGTH + 1)));
            if (line.length() == CODE_LENGTH || line.charAt(CODE_LENGTH) != '-') {
                return new Reply(code(line), lines);
            }
        }
        throw new IOException("the mail server's reply has no end");
    }

    private static int code(String line) throws IOException {
        try {
            return Integer.parseInt(line.substring(0, CODE_LENGTH));
        } catch (NumberFormatException e) {
            throw new IOException("the mail server sent no reply code", e);
        }
    }

    boolean positive() {
        return code >= 200 && code < 300;
    }

    boolean goAhead() {
        return code == 354;
    }

    boolean permanent() {
        return code >= 500 && code < 600;
    }

    boolean offers(String extension) {
        return lines.stream().anyMatch(line -> line.strip().equalsIgnoreCase(extension));
    }
}
