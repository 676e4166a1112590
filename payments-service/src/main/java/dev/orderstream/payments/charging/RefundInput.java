package dev.orderstream.payments.charging;

import dev.orderstream.events.Money;

/// Everything that a refund needs, as it is stored until it is answered.
record RefundInput(String chargeReference, Money amount) {}
