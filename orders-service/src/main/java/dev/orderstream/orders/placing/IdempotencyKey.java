package dev.orderstream.orders.placing;

import dev.orderstream.orders.problems.ProblemCode;
import dev.orderstream.orders.problems.ProblemException;
import java.util.List;
import java.util.regex.Pattern;

/// A storefront's own name for a request, so that it can be sent again without ordering again.
///
/// @param owner the scope: another storefront may use the same key
record IdempotencyKey(String owner, String key) {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]{1,255}");

    /// The key of a request.
    ///
    /// @throws ProblemException when there is none, or it is not usable
    static IdempotencyKey of(String owner, List<String> headers) {
        if (headers.stream().allMatch(String::isBlank)) {
            throw new ProblemException(
                    ProblemCode.IDEMPOTENCY_KEY_MISSING,
                    "Send a new key with each new order, and the same key when you try again.");
        }
        if (headers.size() > 1 || !VISIBLE_ASCII.matcher(headers.getFirst()).matches()) {
            throw new ProblemException(
                    ProblemCode.IDEMPOTENCY_KEY_INVALID,
                    "One key of 1 to 255 visible ASCII characters is needed.");
        }
        return new IdempotencyKey(owner, headers.getFirst());
    }

    /// One text for both; a key has no spaces.
    String scoped() {
        return key + " " + owner;
    }
}
