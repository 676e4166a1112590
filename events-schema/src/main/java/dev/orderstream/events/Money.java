package dev.orderstream.events;

/// An amount of money that is never negative and never rounded.
///
/// @param amount in minor units of the currency (pence, cents)
/// @param currency ISO 4217, such as `GBP`
public record Money(long amount, String currency) {
    public Money {
        Require.notNegative("money.amount", amount);
        Require.matches("money.currency", currency, Require.CURRENCY);
    }

    /// The sum of two amounts of one currency.
    ///
    /// @throws IllegalArgumentException when the currencies differ
    /// @throws ArithmeticException when the sum does not fit
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(Math.addExact(amount, other.amount), currency);
    }

    /// This amount so many times.
    ///
    /// @throws ArithmeticException when the product does not fit
    public Money times(int quantity) {
        return new Money(Math.multiplyExact(amount, quantity), currency);
    }
}
