package dev.orderstream.events;

import java.time.Instant;
import java.util.UUID;

/// What email-service tells, on `emails.events`.
public sealed interface EmailEvent extends Event {

    /// The mail server took the mail.
    record EmailSent(UUID orderId, EmailOccasion occasion, String messageId, Instant sentAt)
            implements EmailEvent {
        public EmailSent {
            Require.present("orderId", orderId);
            Require.present("occasion", occasion);
            Require.text("messageId", messageId, 255);
            Require.present("sentAt", sentAt);
        }
    }

    /// The mail was refused or given up, or nobody can know whether the mail server took it.
    ///
    /// @param reason `refused` or `outcome-unknown`
    record EmailFailed(
            UUID orderId, EmailOccasion occasion, String messageId, String reason, Instant failedAt)
            implements EmailEvent {
        public EmailFailed {
            Require.present("orderId", orderId);
            Require.present("occasion", occasion);
            Require.text("messageId", messageId, 255);
            Require.text("reason", reason, 100);
            Require.present("failedAt", failedAt);
        }
    }
}
