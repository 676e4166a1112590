package dev.orderstream.email.sending;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.delivery.effects.Performed;
import dev.orderstream.delivery.outbox.NewEvent;
import dev.orderstream.delivery.outbox.Outbox;
import dev.orderstream.email.composing.MailInput;
import dev.orderstream.email.composing.MailState;
import dev.orderstream.events.EmailEvent;
import dev.orderstream.events.EmailEvent.EmailFailed;
import dev.orderstream.events.EmailEvent.EmailSent;
import dev.orderstream.events.EmailOccasion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of the mails that were asked for.
@ApplicationScoped
class Mails {

    private static final String ANSWERED =
            """
            UPDATE mail AS m
            SET state = t.state, message_id = t.message_id, problem = t.problem, changed_at = t.at,
                failed_at = CASE WHEN t.state <> 'SENT' THEN t.at END
            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
              AS t(order_id, occasion, state, message_id, problem, at)
            WHERE m.order_id = t.order_id AND m.occasion = t.occasion
            """;

    private final Database database;
    private final Outbox outbox;
    private final MailWriter writer;
    private final Clock clock;

    Mails(Database database, Outbox outbox, MailWriter writer, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.writer = writer;
        this.clock = clock;
    }

    /// Stores the answers and tells them, in the current transaction.
    void answered(List<Performed<MailInput, Delivery>> performed) {
        Instant now = clock.instant();
        List<Answer> answers = performed.stream().map(this::answer).toList();
        database.update(
                ANSWERED,
                answers.stream().map(Answer::orderId).toList(),
                answers.stream().map(Answer::occasion).toList(),
                answers.stream().map(Answer::state).toList(),
                answers.stream().map(Answer::messageId).toList(),
                answers.stream().map(Answer::problem).toList(),
                answers.stream().map(_ -> now).toList());
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            events.add(
                    new NewEvent(
                            answers.get(i).event(now), now, performed.get(i).effect().cause()));
        }
        outbox.append(events);
    }

    private Answer answer(Performed<MailInput, Delivery> performed) {
        UUID orderId = performed.effect().orderId();
        var occasion = EmailOccasion.valueOf(performed.effect().subject());
        Delivery delivery = performed.result();
        return new Answer(
                orderId,
                occasion,
                delivery.state(),
                writer.messageId(orderId, occasion),
                delivery.problem());
    }

    private record Answer(
            UUID orderId,
            EmailOccasion occasion,
            MailState state,
            String messageId,
            @Nullable String problem) {

        EmailEvent event(Instant now) {
            return switch (state) {
                case SENT -> new EmailSent(orderId, occasion, messageId, now);
                case REFUSED -> new EmailFailed(orderId, occasion, messageId, "refused", now);
                case UNKNOWN ->
                        new EmailFailed(orderId, occasion, messageId, "outcome-unknown", now);
                case WAITING, REQUESTED ->
                        throw new IllegalArgumentException(
                                "what was not delivered has no answer yet");
            };
        }
    }
}
