package dev.orderstream.email.sending;

import dev.orderstream.delivery.effects.Attempt;
import dev.orderstream.delivery.effects.Backoff;
import dev.orderstream.delivery.effects.Effect;
import dev.orderstream.delivery.effects.EffectHandler;
import dev.orderstream.delivery.effects.Performed;
import dev.orderstream.email.composing.Composer;
import dev.orderstream.email.composing.KnownOrder;
import dev.orderstream.email.composing.KnownOrders;
import dev.orderstream.email.composing.MailInput;
import dev.orderstream.events.EmailOccasion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Sends a mail, at most once: SMTP knows no idempotency key.
@ApplicationScoped
class MailEffect implements EffectHandler<MailInput, Delivery> {

    private static final Logger LOG = Logger.getLogger(MailEffect.class);

    private final KnownOrders orders;
    private final Composer composer;
    private final MailWriter writer;
    private final SmtpClient smtp;
    private final SenderConfig sender;
    private final Mails mails;
    private final Clock clock;

    MailEffect(
            KnownOrders orders,
            Composer composer,
            MailWriter writer,
            SmtpClient smtp,
            SenderConfig sender,
            Mails mails,
            Clock clock) {
        this.orders = orders;
        this.composer = composer;
        this.writer = writer;
        this.smtp = smtp;
        this.sender = sender;
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return MailInput.EFFECT_KIND;
    }

    @Override
    public Class<MailInput> inputType() {
        return MailInput.class;
    }

    @Override
    public boolean atMostOnce() {
        return true;
    }

    @Override
    public Attempt<Delivery> perform(Effect<MailInput> effect) {
        Supplier<Delivery> sending;
        try {
            sending = prepare(effect);
        } catch (RuntimeException e) {
            // Nothing was sent: this is no unknown outcome.
            LOG.errorf(e, "mail %s could not be written", effect.id());
            return again(effect, "the mail could not be written: " + e.getClass().getSimpleName());
        }
        return switch (sending.get()) {
            case Delivery.NotNow(String problem) -> again(effect, problem);
            case Delivery answer -> Attempt.answered(answer);
        };
    }

    private Attempt<Delivery> again(Effect<MailInput> effect, String problem) {
        Duration tried = Duration.between(effect.begunAt(), clock.instant());
        if (tried.compareTo(sender.giveUpAfter()) > 0) {
            return Attempt.answered(
                    new Delivery.Refused(
                            "put off for longer than " + sender.giveUpAfter() + ": " + problem));
        }
        return Attempt.again(Backoff.after(effect.attempt(), sender.retryMax()), problem);
    }

    /// The lost worker may have sent it or not: nobody knows, so it is not sent again.
    @Override
    public Attempt<Delivery> resume(Effect<MailInput> effect) {
        return Attempt.answered(new Delivery.Unknown("the process died while it sent"));
    }

    @Override
    public void record(List<Performed<MailInput, Delivery>> performed) {
        mails.answered(performed);
    }

    /// Does everything before the mail server is asked.
    private Supplier<Delivery> prepare(Effect<MailInput> effect) {
        if (effect.input().turn().isOver(clock.instant())) {
            return () -> new Delivery.Refused("too late for what it asks of the customer");
        }
        KnownOrder order = orders.get(effect.orderId());
        Optional<MailAddress> to = MailAddress.of(order.details().customer().email());
        if (to.isEmpty()) {
            return () -> new Delivery.Refused("not an address that mail can go to");
        }
        byte[] message = message(effect, order, to.get());
        return () -> smtp.deliver(sender.address(), to.get().value(), message);
    }

    private byte[] message(Effect<MailInput> effect, KnownOrder order, MailAddress to) {
        return writer.write(
                effect.orderId(),
                EmailOccasion.valueOf(effect.subject()),
                order.details().customer().name(),
                to,
                composer.compose(order, effect.input()));
    }
}
