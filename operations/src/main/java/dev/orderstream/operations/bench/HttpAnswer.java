package dev.orderstream.operations.bench;

import java.io.IOException;

/// What matters of an answer.
///
/// @param location of what was created, or nothing
record HttpAnswer(int status, String location, int contentLength) {

    private static final String HTTP = "HTTP/1.1 ";
    private static final String LOCATION = "location:";
    private static final String CONTENT_LENGTH = "content-length:";

    /// @param head the status line and the headers, each but the last ended by CR LF
    static HttpAnswer of(String head) throws IOException {
        try {
            int status = Integer.parseInt(head, HTTP.length(), HTTP.length() + 3, 10);
            return new HttpAnswer(
                    status, header(head, LOCATION), Integer.parseInt(header(head, CONTENT_LENGTH)));
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new IOException("an answer that is not HTTP/1.1 with a Content-Length", e);
        }
    }

    private static String header(String head, String name) {
        for (int end = head.indexOf('\r'); end >= 0; end = head.indexOf('\r', end + 1)) {
            int line = end + 2;
            if (head.regionMatches(true, line, name, 0, name.length())) {
                int to = head.indexOf('\r', line);
                return head.substring(line + name.length(), to < 0 ? head.length() : to).strip();
            }
        }
        return "";
    }
}
