package dev.orderstream.localstack.gateway;

import dev.orderstream.localstack.gateway.TestCard.RefundsAs;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The published test payment methods (docs.stripe.com/testing), by id.
final class TestCards {

    private static final String NEVER_AGAIN = "do_not_try_again";
    private static final String LATER = "try_again_later";
    private static final Map<String, TestCard> CARDS = new HashMap<>();

    static {
        paying("pm_card_visa", "visa", "4242", "credit");
        paying("pm_card_visa_debit", "visa", "5556", "debit");
        paying("pm_card_mastercard", "mastercard", "4444", "credit");
        paying("pm_card_mastercard_debit", "mastercard", "8210", "debit");
        paying("pm_card_mastercard_prepaid", "mastercard", "5100", "prepaid");
        paying("pm_card_amex", "amex", "8431", "credit");
        paying("pm_card_discover", "discover", "9424", "credit");
        paying("pm_card_diners", "diners", "0004", "credit");
        paying("pm_card_jcb", "jcb", "0505", "credit");
        paying("pm_card_unionpay", "unionpay", "0005", "credit");
        paying("pm_card_us", "visa", "4242", "credit");
        paying("pm_card_gb", "visa", "0000", "credit");
        paying("pm_card_gb_debit", "visa", "0001", "debit");
        paying("pm_card_de", "visa", "0016", "credit");
        paying("pm_card_fr", "visa", "0003", "credit");
        paying("pm_card_bypassPending", "visa", "0077", "credit");
        paying("pm_card_bypassPendingInternational", "visa", "0278", "credit");
        refunding("pm_card_refundFail", "5126", RefundsAs.SUCCEEDED_THEN_FAILED);
        refunding("pm_card_pendingRefund", "7726", RefundsAs.PENDING_THEN_SUCCEEDED);

        declining("Declined", "0002", CardError.declined("generic_decline", LATER));
        declining("DeclinedInsufficientFunds", "9995", insufficientFunds());
        declining("DeclinedLostCard", "9987", CardError.declined("lost_card", NEVER_AGAIN));
        declining("DeclinedStolenCard", "9979", CardError.declined("stolen_card", NEVER_AGAIN));
        declining("DeclinedVelocityLimitExceeded", "6975", tooFast());
        declining("DeclinedFraudulent", "0019", CardError.declined("fraudulent", null));
        declining("DeclinedExpiredCard", "0069", expired());
        declining("DeclinedIncorrectCvc", "0127", wrongCvc());
        declining("DeclinedProcessingError", "0119", CardError.processing());
        add("pm_card_chargeCustomerFail", "0341", CardError.declined("generic_decline", LATER));
        add("pm_card_radarBlock", "0019", CardError.declined("fraudulent", null));

        authenticating("pm_card_authenticationRequired", "3184", null);
        authenticating("pm_card_threeDSecure2Required", "3220", null);
        authenticating("pm_card_threeDSecureRequired", "3063", null);
        authenticating(
                "pm_card_threeDSecureRequiredChargeDeclined",
                "1629",
                CardError.declined("generic_decline", LATER));
        authenticating(
                "pm_card_authenticationRequiredChargeDeclinedInsufficientFunds",
                "3178",
                insufficientFunds());
    }

    private TestCards() {}

    static @Nullable TestCard find(String id) {
        return CARDS.get(id);
    }

    /// The card that an intent was confirmed with, which is known.
    static TestCard get(String id) {
        TestCard card = CARDS.get(id);
        if (card == null) {
            throw new IllegalStateException("No such test card: " + id);
        }
        return card;
    }

    private static void paying(String id, String brand, String last4, String funding) {
        CARDS.put(
                id,
                new TestCard(id, brand, last4, funding, false, null, RefundsAs.SUCCEEDED_AT_ONCE));
    }

    private static void refunding(String id, String last4, RefundsAs refundsAs) {
        CARDS.put(id, new TestCard(id, "visa", last4, "credit", false, null, refundsAs));
    }

    /// The documentation writes some with the brand and some without: both are known here.
    private static void declining(String how, String last4, CardError error) {
        add("pm_card_charge" + how, last4, error);
        add("pm_card_visa_charge" + how, last4, error);
    }

    private static void add(String id, String last4, CardError error) {
        CARDS.put(
                id,
                new TestCard(
                        id, "visa", last4, "credit", false, error, RefundsAs.SUCCEEDED_AT_ONCE));
    }

    private static void authenticating(String id, String last4, @Nullable CardError error) {
        CARDS.put(
                id,
                new TestCard(
                        id, "visa", last4, "credit", true, error, RefundsAs.SUCCEEDED_AT_ONCE));
    }

    private static CardError insufficientFunds() {
        return CardError.declined("insufficient_funds", "Your card has insufficient funds.", LATER);
    }

    private static CardError tooFast() {
        return CardError.declined(
                "card_velocity_exceeded",
                "Your card was declined for making repeated attempts too frequently or exceeding"
                        + " its amount limit.",
                LATER);
    }

    private static CardError expired() {
        return CardError.wrong("expired_card", "Your card has expired.", "exp_month");
    }

    private static CardError wrongCvc() {
        return CardError.wrong("incorrect_cvc", "Your card's security code is incorrect.", "cvc");
    }
}
