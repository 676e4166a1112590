package dev.orderstream.localstack.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.Session;

/// One mail transaction of an SMTP session.
final class Receiving implements MessageHandler {

    private static final int SERVICE_NOT_AVAILABLE = 421;

    private final MailStore store;
    private final Mood mood;
    private final MessageContext context;
    private final List<String> recipients = new ArrayList<>();
    private String sender = "";

    Receiving(MailStore store, Mood mood, MessageContext context) {
        this.store = store;
        this.mood = mood;
        this.context = context;
    }

    @Override
    public void from(String from) throws RejectException {
        int refusal = mood.behaviour().refuseAll();
        if (refusal == SERVICE_NOT_AVAILABLE) {
            throw new DropConnectionException(refusal, "4.3.2 Service not available");
        }
        if (refusal != 0) {
            throw new RejectException(refusal, "4.3.0 Requested action aborted, try again later");
        }
        sender = from;
    }

    @Override
    public void recipient(String recipient) throws RejectException {
        if (mood.behaviour().rejects(recipient)) {
            throw new RejectException(550, "5.1.1 No such mailbox");
        }
        recipients.add(recipient);
    }

    @Override
    public String data(InputStream data) throws IOException {
        byte[] source = data.readAllBytes();
        sleep(mood.behaviour().latencyMs());
        Envelope kept = store.add(sender, List.copyOf(recipients), source);
        if (mood.diesNow() && context instanceof Session session) {
            session.quit();
        }
        return "2.0.0 Kept as " + kept.id();
    }

    @Override
    public void done() {}

    private static void sleep(long millis) throws IOException {
        try {
            if (millis > 0) {
                Thread.sleep(millis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The mail server stops", e);
        }
    }
}
