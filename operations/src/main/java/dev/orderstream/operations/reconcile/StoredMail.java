package dev.orderstream.operations.reconcile;

import dev.orderstream.events.EmailOccasion;

/// A mail's row in the database of email-service.
record StoredMail(EmailOccasion occasion, State state) {

    /// What email-service knows of it.
    enum State {
        /// Not handed to the mail server yet.
        DUE,
        SENT,
        /// The process died between handing it over and hearing the answer.
        UNKNOWN,
        /// The mail server will not have it.
        REFUSED
    }
}
