package dev.orderstream.email.sending;

import java.time.Duration;
import java.util.Optional;

/// A mail server on this machine, and little patience.
record TestSmtpConfig(int port, Duration patience, Duration deliveryTimeout) implements SmtpConfig {

    @Override
    public String host() {
        return "127.0.0.1";
    }

    @Override
    public Security security() {
        return Security.NONE;
    }

    @Override
    public Optional<String> username() {
        return Optional.empty();
    }

    @Override
    public Optional<String> password() {
        return Optional.empty();
    }

    @Override
    public String ownHostname() {
        return "orderstream.example";
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration replyTimeout() {
        return patience;
    }

    @Override
    public Duration acceptTimeout() {
        return patience;
    }

    @Override
    public Duration idleMax() {
        return Duration.ofSeconds(30);
    }
}
