package dev.orderstream.payments.gateway;

import dev.orderstream.events.Money;
import java.util.UUID;

/// A charge that is asked for.
///
/// @param key makes repeated requests one charge; the same key goes with the same request only
/// @param paymentMethod the gateway's token of a payment method
public record ChargeRequest(
        UUID key, UUID orderId, UUID paymentId, Money amount, String paymentMethod) {}
