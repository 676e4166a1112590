package dev.orderstream.shipping.dispatching;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why there will be no parcel.
enum CancelReason {
    /// The customer or an operator wanted it.
    CANCELLATION_REQUESTED,
    /// The order had reached no end in its time.
    ORDER_EXPIRED,
    /// The carrier will never take the parcel.
    CARRIER_REFUSED,
    /// The carrier could not be reached for longer than it is waited for.
    CARRIER_UNAVAILABLE;

    /// The stable code, such as `carrier-refused`.
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static CancelReason ofCode(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /// Why a cancellation is wanted: people write anything, expiry its code.
    static CancelReason ofRequest(@Nullable String words) {
        return ORDER_EXPIRED.code().equals(words) ? ORDER_EXPIRED : CANCELLATION_REQUESTED;
    }
}
