package dev.orderstream.payments.gateway;

import com.stripe.net.HttpHeaders;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The `Retry-After` header of RFC 9110, in its form of seconds, which is the one the gateway
/// sends.
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

    /// Nobody can make us wait longer.
    private static final Duration MAX = Duration.ofMinutes(10);

    private RetryAfter() {}

    static @Nullable Duration of(HttpHeaders headers) {
        String value = headers.firstValue("Retry-After").orElse("").strip();
        if (!SECONDS.matcher(value).matches()) {
            return null;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(value));
        return asked.compareTo(MAX) > 0 ? MAX : asked;
    }
}
