package dev.orderstream.email.sending;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Who writes, and how patiently.
@ConfigMapping(prefix = "email.sender")
interface SenderConfig {

    @WithDefault("Orderstream")
    String name();

    @WithDefault("no-reply@orderstream.example")
    String address();

    /// The right side of every Message-ID.
    @WithDefault("orderstream.example")
    String messageIdDomain();

    /// The longest wait between two attempts while the mail server is away.
    @WithDefault("PT30S")
    Duration retryMax();

    /// A mail that was not taken so long after it was first tried is given up, as if it had been
    /// refused.
    @WithDefault("P3D")
    Duration giveUpAfter();
}
