package dev.orderstream.payments.gateway;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Why a payment failed: the stable codes that go out in `PaymentFailed`.
///
/// They are Stripe's published decline codes, and the few codes of ours at the end. What the
/// gateway may invent tomorrow becomes `card_declined`.
public enum FailureReason {
    APPROVE_WITH_ID,
    AUTHENTICATION_REQUIRED,
    CALL_ISSUER,
    CARD_NOT_SUPPORTED,
    CARD_VELOCITY_EXCEEDED,
    CURRENCY_NOT_SUPPORTED,
    DO_NOT_HONOR,
    DO_NOT_TRY_AGAIN,
    DUPLICATE_TRANSACTION,
    EXPIRED_CARD,
    FRAUDULENT,
    GENERIC_DECLINE,
    INCORRECT_ADDRESS,
    INCORRECT_CVC,
    INCORRECT_NUMBER,
    INCORRECT_PIN,
    INCORRECT_ZIP,
    INSUFFICIENT_FUNDS,
    INVALID_ACCOUNT,
    INVALID_AMOUNT,
    INVALID_CVC,
    INVALID_EXPIRY_MONTH,
    INVALID_EXPIRY_YEAR,
    INVALID_NUMBER,
    INVALID_PIN,
    ISSUER_NOT_AVAILABLE,
    LOST_CARD,
    MERCHANT_BLACKLIST,
    NEW_ACCOUNT_INFORMATION_AVAILABLE,
    NO_ACTION_TAKEN,
    NOT_PERMITTED,
    OFFLINE_PIN_REQUIRED,
    ONLINE_OR_OFFLINE_PIN_REQUIRED,
    PICKUP_CARD,
    PIN_TRY_EXCEEDED,
    PROCESSING_ERROR,
    REENTER_TRANSACTION,
    RESTRICTED_CARD,
    REVOCATION_OF_ALL_AUTHORIZATIONS,
    REVOCATION_OF_AUTHORIZATION,
    SECURITY_VIOLATION,
    SERVICE_NOT_ALLOWED,
    STOLEN_CARD,
    STOP_PAYMENT_ORDER,
    TESTMODE_DECLINE,
    TRANSACTION_NOT_ALLOWED,
    TRY_AGAIN_LATER,
    WITHDRAWAL_COUNT_LIMIT_EXCEEDED,

    /// Declined for a reason that is not in this list.
    CARD_DECLINED,
    /// The gateway's limits: below its minimum for the currency.
    AMOUNT_TOO_SMALL,
    /// The gateway's limits: above its maximum.
    AMOUNT_TOO_LARGE,
    /// The gateway cannot charge what the order names: no such payment method, an unknown currency.
    INVALID_REQUEST,
    /// The customer was asked by the bank and did not answer in time.
    AUTHENTICATION_EXPIRED,
    /// The gateway could not be reached for so long that the charge was given up; it was not made.
    GATEWAY_UNAVAILABLE,
    /// The payment was cancelled at the gateway.
    CANCELED;

    /// The gateway's error code where the customer's bank rejected the customer.
    private static final String REJECTED = "payment_intent_authentication_failure";

    private static final Map<String, FailureReason> BY_CODE =
            Arrays.stream(values())
                    .collect(
                            Collectors.toUnmodifiableMap(FailureReason::code, Function.identity()));

    /// The code on the wire.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Why the gateway declined a card: its decline code where it gave one, its error code
    /// otherwise.
    static FailureReason ofDecline(@Nullable String declineCode, @Nullable String code) {
        @Nullable String given = declineCode == null ? code : declineCode;
        if (REJECTED.equals(given)) {
            return AUTHENTICATION_REQUIRED;
        }
        return given == null ? CARD_DECLINED : BY_CODE.getOrDefault(given, CARD_DECLINED);
    }

    /// Why the gateway refused what an order asked for.
    static FailureReason ofRefusal(@Nullable String code) {
        return switch (code) {
            case "amount_too_small" -> AMOUNT_TOO_SMALL;
            case "amount_too_large" -> AMOUNT_TOO_LARGE;
            case null, default -> INVALID_REQUEST;
        };
    }
}
