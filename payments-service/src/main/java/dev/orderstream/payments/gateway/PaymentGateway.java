package dev.orderstream.payments.gateway;

import java.util.Optional;
import java.util.UUID;

/// Charges cards and gives the money back.
///
/// Every call may be made again: a charge and a refund with the same key then have the effect of
/// one, and that is how an unknown outcome becomes known.
public interface PaymentGateway {

    /// Charges a payment method.
    ChargeOutcome charge(ChargeRequest request);

    /// How a charge stands now. One that the customer's bank rejected is called off on the way, so
    /// that nobody can try it again behind our back.
    ChargeOutcome look(String chargeReference);

    /// Calls a charge off; where it is too late for that, how it ended.
    ChargeOutcome cancel(String chargeReference, CancelReason reason);

    /// How the charge of a payment stands, by a search that may lag behind by minutes.
    ///
    /// @return empty when the search knows of none
    Optional<ChargeOutcome> find(UUID paymentId);

    /// Gives back all of one charge.
    RefundOutcome refund(RefundRequest request);
}
