package dev.orderstream.operations.reconcile;

import dev.orderstream.events.EmailOccasion;
import dev.orderstream.events.Event;
import dev.orderstream.events.EventType;
import dev.orderstream.events.Money;
import dev.orderstream.events.Topic;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One event of an order as a topic has it.
///
/// @param sequence `ce_sequence`
/// @param contentHash tells records of one id apart that differ in content
/// @param amount what the order costs or was charged, where the event says so
/// @param reason why it happened, where the event says so
/// @param mail what the event says of a mail, where it is about one
record ToldEvent(
        UUID id,
        EventType type,
        long sequence,
        int contentHash,
        @Nullable Money amount,
        @Nullable String reason,
        @Nullable Mail mail) {

    /// What became of a mail.
    ///
    /// @param state what email-service has to have stored of it
    record Mail(EmailOccasion occasion, StoredMail.State state) {}

    boolean is(Class<? extends Event> payload) {
        return type.payload() == payload;
    }

    Topic topic() {
        return type.topic();
    }
}
