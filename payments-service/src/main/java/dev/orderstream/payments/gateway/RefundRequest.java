package dev.orderstream.payments.gateway;

import dev.orderstream.events.Money;
import java.util.UUID;

/// A refund that is asked for.
///
/// @param key makes repeated requests one refund
/// @param chargeReference the gateway's reference of the charge
/// @param amount all that was captured
public record RefundRequest(UUID key, UUID orderId, String chargeReference, Money amount) {}
