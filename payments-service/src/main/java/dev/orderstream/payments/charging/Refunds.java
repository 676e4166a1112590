package dev.orderstream.payments.charging;

import dev.orderstream.payments.charging.PaymentFacts.RefundFailed;
import dev.orderstream.payments.charging.PaymentFacts.Refunded;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The refunds of one payment: at most one of them stands, and a few may fail before.
///
/// @param last the last refund that the gateway took; it may have failed after all
/// @param failed the references of those that failed
public record Refunds(@Nullable Refunded last, Set<String> failed) {

    /// No refund is known.
    public static final Refunds NONE = new Refunds(null, Set.of());

    /// After so many failures a person has to find another way.
    static final int FAILED_MAX = 3;

    public Refunds {
        failed = Set.copyOf(failed);
    }

    Refunds with(Refunded refund) {
        return standing() != null || failed.contains(refund.reference())
                ? this
                : new Refunds(refund, failed);
    }

    Refunds with(RefundFailed refund) {
        if (failed.contains(refund.reference())) {
            return this;
        }
        Set<String> more = new TreeSet<>(failed);
        more.add(refund.reference());
        return new Refunds(last, more);
    }

    /// The refund by which the money went back, if it did.
    public @Nullable Refunded standing() {
        return last == null || failed.contains(last.reference()) ? null : last;
    }

    boolean givenUp() {
        return standing() == null && failed.size() >= FAILED_MAX;
    }

    /// Which refund is the next one, from 1.
    int nextNumber() {
        return failed.size() + 1;
    }

    /// The references of all refunds that were ever made.
    Set<String> made() {
        Set<String> made = new TreeSet<>(failed);
        if (last != null) {
            made.add(last.reference());
        }
        return made;
    }

    PaymentStatus status() {
        if (standing() != null) {
            return PaymentStatus.REFUNDED;
        }
        return givenUp() ? PaymentStatus.REFUND_FAILED : PaymentStatus.REFUNDING;
    }
}
