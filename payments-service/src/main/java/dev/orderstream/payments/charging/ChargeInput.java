package dev.orderstream.payments.charging;

import dev.orderstream.events.Money;
import java.util.UUID;

/// Everything that a charge needs, as it is stored until it is answered.
record ChargeInput(UUID paymentId, Money amount, String paymentMethod) {}
