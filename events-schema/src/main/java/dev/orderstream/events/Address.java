package dev.orderstream.events;

import org.jspecify.annotations.Nullable;

/// Where a parcel goes.
///
/// @param country ISO 3166-1 alpha-2
public record Address(
        @Nullable String street,
        @Nullable String city,
        @Nullable String postalCode,
        String country) {
    public Address {
        Require.matches("address.country", country, Require.COUNTRY);
    }
}
