package dev.orderstream.email.sending;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/// Brings mails to the mail server over connections that are kept.
///
/// There are as many connections as mails under way, which the effects engine bounds.
@ApplicationScoped
class SmtpClient {

    private final SmtpConfig config;
    private final ConcurrentLinkedDeque<SmtpConnection> idle = new ConcurrentLinkedDeque<>();

    SmtpClient(SmtpConfig config) {
        this.config = config;
    }

    /// @param message CRLF lines, none of which begins with a dot
    Delivery deliver(String from, String to, byte[] message) {
        return deliver(new Envelope(from, to, Deadline.in(config.deliveryTimeout())), message);
    }

    /// @param deadline of everything up to the final dot
    private record Envelope(String from, String to, Deadline deadline) {}

    private Delivery deliver(Envelope envelope, byte[] message) {
        SmtpConnection kept = take();
        if (kept != null) {
            try {
                return over(kept, envelope, message);
            } catch (IOException e) {
                // The server dropped it meanwhile, and this mail never got there: a new one.
                kept.close();
            }
        }
        try {
            return overNew(envelope, message);
        } catch (IOException e) {
            return new Delivery.NotNow("not delivered: " + envelope.deadline().problem(e));
        }
    }

    private Delivery overNew(Envelope envelope, byte[] message) throws IOException {
        SmtpConnection connection = SmtpConnection.open(config, envelope.deadline());
        try {
            return over(connection, envelope, message);
        } catch (IOException e) {
            connection.close();
            throw e;
        }
    }

    /// After anything but success the connection is in an unclear state and is not kept.
    private Delivery over(SmtpConnection connection, Envelope envelope, byte[] message)
            throws IOException {
        Delivery delivery =
                connection.deliver(envelope.from(), envelope.to(), message, envelope.deadline());
        if (delivery instanceof Delivery.Accepted) {
            idle.addFirst(connection);
        } else {
            connection.close();
        }
        return delivery;
    }

    private @Nullable SmtpConnection take() {
        SmtpConnection connection = idle.pollFirst();
        while (connection != null && !connection.fresh()) {
            connection.close();
            connection = idle.pollFirst();
        }
        return connection;
    }

    @PreDestroy
    void close() {
        idle.forEach(SmtpConnection::close);
    }
}
