package dev.orderstream.localstack.mail;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How the mail server is told to behave; the default takes everything at once.
///
/// @param rejectRecipient a pattern: addresses that contain a match get 550
/// @param refuseAll 0, or the code that every mail gets: 421 or 451
/// @param dieAfterDataRate the share of mails that are kept and whose sender then gets no reply but
///   a closed connection
record Behaviour(
        long latencyMs,
        @Nullable String rejectRecipient,
        int refuseAll,
        double dieAfterDataRate,
        long seed) {

    static final Behaviour PERFECT = new Behaviour(0, null, 0, 0, 1);

    Behaviour {
        require(latencyMs >= 0, "latency_ms must not be negative");
        require(
                refuseAll == 0 || refuseAll == 421 || refuseAll == 451,
                "refuse_all must be 0, 421 or 451");
        require(
                dieAfterDataRate >= 0 && dieAfterDataRate <= 1,
                "die_after_data_rate must be from 0 to 1");
        if (rejectRecipient != null) {
            Pattern unused = Pattern.compile(rejectRecipient);
        }
    }

    boolean rejects(String recipient) {
        return rejectRecipient != null
                && Pattern.compile(rejectRecipient).matcher(recipient).find();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
