package dev.orderstream.operations.token;

import java.util.Locale;

/// Who the services let in, and for what.
public enum Role {
    /// Places orders and sees its own.
    STOREFRONT,
    /// Sees every order; redrives and replays.
    OPERATOR,
    /// Reads the stream.
    ANALYST,
    /// Reports parcels.
    WAREHOUSE;

    /// As it stands in the token's `groups`.
    public String group() {
        return name().toLowerCase(Locale.ROOT);
    }
}
