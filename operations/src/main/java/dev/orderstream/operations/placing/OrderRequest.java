package dev.orderstream.operations.placing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a storefront posts, right or wrong: to judge it is the API's business.
public record OrderRequest(
        Customer customer, Address shippingAddress, List<Line> lines, String paymentMethod) {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                    .build();

    /// Who orders.
    ///
    /// @param id the storefront's own, unless a guest orders
    public record Customer(@Nullable String id, String name, String email) {}

    /// Where the parcel goes.
    public record Address(
            @Nullable String street,
            @Nullable String city,
            @Nullable String postalCode,
            String country) {}

    /// One item, so many times.
    public record Line(String sku, String description, long quantity, Price unitPrice) {}

    /// @param amount in minor units; a fraction of one is passed on as it is
    public record Price(BigDecimal amount, String currency) {}

    /// The request's body.
    public String json() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record is always JSON", e);
        }
    }
}
