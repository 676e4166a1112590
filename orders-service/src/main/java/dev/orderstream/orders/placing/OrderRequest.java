package dev.orderstream.orders.placing;

import dev.orderstream.events.Address;
import dev.orderstream.events.OrderLine;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The body of a request, for the API's description; bodies are read field by field.
@Schema(name = "OrderRequest")
record OrderRequest(
        @Schema(required = true) Buyer customer,
        @Schema(required = true) Address shippingAddress,
        @Schema(required = true, minItems = 1, maxItems = 2_000) List<OrderLine> lines,
        @Schema(required = true, examples = "pm_card_visa") String paymentMethod) {

    /// Who orders.
    @Schema(name = "OrderRequestCustomer")
    record Buyer(
            @Schema(description = "Defaults to the token's subject", maxLength = 100) String id,
            @Schema(required = true, maxLength = 200) String name,
            @Schema(required = true, maxLength = 254) String email,
            @Schema(description = "IETF BCP 47", examples = "en-GB") String locale) {}
}
