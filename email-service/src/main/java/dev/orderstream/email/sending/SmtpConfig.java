package dev.orderstream.email.sending;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// The mail server.
@ConfigMapping(prefix = "email.smtp")
interface SmtpConfig {

    String host();

    int port();

    /// How the connection is protected.
    @WithDefault("NONE")
    Security security();

    /// Logs in with AUTH PLAIN, over TLS only.
    Optional<String> username();

    Optional<String> password();

    /// What we call ourselves in EHLO.
    @WithDefault("orderstream.example")
    String ownHostname();

    /// For all up to the mail's last byte, on however many connections. When it is over the mail
    /// was not sent.
    @WithDefault("PT25S")
    Duration deliveryTimeout();

    /// Part of the delivery's time.
    @WithDefault("PT5S")
    Duration connectTimeout();

    /// How long the server may be silent before the mail; part of the delivery's time.
    @WithDefault("PT5S")
    Duration replyTimeout();

    /// For the reply to the mail itself. When it is over the mail's outcome is unknown.
    @WithDefault("PT25S")
    Duration acceptTimeout();

    /// A connection unused for so long is not used again: servers drop them.
    @WithDefault("PT30S")
    Duration idleMax();

    /// How a connection is protected.
    enum Security {
        NONE,
        STARTTLS,
        TLS
    }
}
