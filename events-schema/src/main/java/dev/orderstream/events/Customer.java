package dev.orderstream.events;

import org.jspecify.annotations.Nullable;

/// Who ordered, as the storefront knows them.
///
/// @param id the storefront's own customer id
/// @param locale how the customer reads, as an IETF BCP 47 tag such as `en-GB`
public record Customer(String id, String name, String email, @Nullable String locale) {
    public Customer {
        Require.text("customer.id", id, 100);
        Require.text("customer.name", name, 200);
        Require.text("customer.email", email, 254);
    }
}
