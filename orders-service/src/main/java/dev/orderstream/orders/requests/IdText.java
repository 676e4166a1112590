package dev.orderstream.orders.requests;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Ids in paths and parameters, which have one spelling only.
public final class IdText {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private IdText() {}

    /// The id that this text is, if it is one.
    public static Optional<UUID> parse(String text) {
        return UUID_TEXT.matcher(text).matches()
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
