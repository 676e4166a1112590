package dev.orderstream.localstack.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What lists show of a mail without opening it.
///
/// @param id counts from 1
/// @param from and `to` as the SMTP session gave them, not as the mail says
/// @param headers those of Orderstream (`X-Orderstream-…`)
record Envelope(
        long id,
        @Nullable String messageId,
        String from,
        List<String> to,
        String subject,
        Instant receivedAt,
        @Nullable String autoSubmitted,
        int size,
        Map<String, String> headers) {

    private static final String ORDER = "x-orderstream-order";

    // Collections that are empty are absent in the store.
    @SuppressWarnings("ConstantValue")
    Envelope {
        from = from == null ? "" : from;
        to = to == null ? List.of() : to;
        subject = subject == null ? "" : subject;
        headers = headers == null ? Map.of() : headers;
    }

    @Nullable String order() {
        for (Map.Entry<String, String> header : headers.entrySet()) {
            if (header.getKey().equalsIgnoreCase(ORDER)) {
                return header.getValue();
            }
        }
        return null;
    }
}
