package dev.orderstream.email.sending;

import dev.orderstream.email.composing.ComposedMail;
import dev.orderstream.events.EmailOccasion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/// Puts a mail's headers on.
@ApplicationScoped
class MailWriter {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final SenderConfig sender;
    private final Clock clock;

    MailWriter(SenderConfig sender, Clock clock) {
        this.sender = sender;
        this.clock = clock;
    }

    /// The same for the same mail, whenever it is sent: mail programs and people can tell a
    /// duplicate.
    String messageId(UUID orderId, EmailOccasion occasion) {
        return "<" + orderId + "." + lower(occasion) + "@" + sender.messageIdDomain() + ">";
    }

    byte[] write(
            UUID orderId,
            EmailOccasion occasion,
            String name,
            MailAddress address,
            ComposedMail mail) {
        return new MimeMail()
                .header("Date", DATE.format(clock.instant()))
                .header("From", HeaderText.mailbox(sender.name(), sender.address()))
                .header("To", HeaderText.mailbox(name, address.value()))
                .header("Subject", HeaderText.text(mail.subject()))
                .header("Message-ID", messageId(orderId, occasion))
                // RFC 3834: nobody's holiday notice answers
                .header("Auto-Submitted", "auto-generated")
                .header("X-Orderstream-Order", orderId.toString())
                .header("X-Orderstream-Occasion", occasion.name())
                .with(mail);
    }

    private static String lower(EmailOccasion occasion) {
        return occasion.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
