package dev.orderstream.localstack.web;

/// Writes untrusted text into HTML.
public final class Html {

    private Html() {}

    /// Safe in element content and in quoted attributes.
    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            append(out, text.charAt(i));
        }
        return out.toString();
    }

    private static void append(StringBuilder out, char c) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            case '\t', '\n', '\r' -> out.append(c);
            default -> out.append(c < ' ' || c == '\u007f' ? '\ufffd' : c);
        }
    }
}
