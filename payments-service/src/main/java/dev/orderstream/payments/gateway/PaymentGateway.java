package dev.orderstream.payments.gateway;

/// Charges cards and gives the money back.
///
/// Both calls may be made again with the same key and then have the effect of one: that is how an
/// unknown outcome becomes known.
public interface PaymentGateway {

    /// Charges a payment method.
    ChargeOutcome charge(ChargeRequest request);

    /// Gives back all of one charge.
    RefundOutcome refund(RefundRequest request);
}
