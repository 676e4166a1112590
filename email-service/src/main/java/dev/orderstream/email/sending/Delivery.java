package dev.orderstream.email.sending;

import dev.orderstream.email.composing.MailState;
import org.jspecify.annotations.Nullable;

/// What became of a mail that was brought to the mail server.
sealed interface Delivery {

    /// What the mail is after this.
    MailState state();

    /// What went wrong, for operators; no personal data.
    @Nullable String problem();

    /// The server took it.
    record Accepted() implements Delivery {
        @Override
        public MailState state() {
            return MailState.SENT;
        }

        @Override
        public @Nullable String problem() {
            return null;
        }
    }

    /// It will never take it, or is not asked any more.
    record Refused(String problem) implements Delivery {
        @Override
        public MailState state() {
            return MailState.REFUSED;
        }
    }

    /// It has not taken it, and may do so later.
    record NotNow(String problem) implements Delivery {
        @Override
        public MailState state() {
            return MailState.REQUESTED;
        }
    }

    /// It got the whole mail and never answered.
    record Unknown(String problem) implements Delivery {
        @Override
        public MailState state() {
            return MailState.UNKNOWN;
        }
    }
}
