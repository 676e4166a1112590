package dev.orderstream.localstack.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The readable parts of a mail: the first plain text and the first HTML that is no attachment.
///
/// @param problem why the mail could not be read, null where it could
record MailParts(@Nullable String text, @Nullable String html, @Nullable String problem) {

    private static final int DEPTH_MAX = 10;
    private static final int PARTS_MAX = 100;
    private static final MailParts NONE = new MailParts(null, null, null);

    static MailParts of(byte[] source) {
        try {
            Session session = Session.getInstance(new Properties());
            return NONE.with(new MimeMessage(session, new ByteArrayInputStream(source)), 0);
        } catch (MessagingException | IOException e) {
            return new MailParts(null, null, String.valueOf(e.getMessage()));
        }
    }

    private MailParts with(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEPTH_MAX || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return this;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            return with(parts, depth + 1);
        }
        if (text == null && part.isMimeType("text/plain")) {
            return new MailParts(string(part), html, problem);
        }
        if (html == null && part.isMimeType("text/html")) {
            return new MailParts(text, string(part), problem);
        }
        return this;
    }

    private MailParts with(Multipart parts, int depth) throws MessagingException, IOException {
        MailParts found = this;
        for (int i = 0; i < Math.min(parts.getCount(), PARTS_MAX); i++) {
            BodyPart part = parts.getBodyPart(i);
            found = found.with(part, depth);
        }
        return found;
    }

    private static String string(Part part) throws MessagingException, IOException {
        return part.getContent() instanceof String content ? content : "";
    }
}
