package dev.orderstream.orders.placing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Currency;
import java.util.Set;

/// The currencies that are taken; the service does not start with one it would miscount.
@ApplicationScoped
class Currencies {

    private static final int DECIMALS = 2;

    private final Set<String> codes;

    Currencies(PlacingConfig config) {
        this.codes = checked(config.currencies());
    }

    Set<String> codes() {
        return codes;
    }

    static Set<String> checked(Set<String> codes) {
        for (String code : codes) {
            if (Currency.getInstance(code).getDefaultFractionDigits() != DECIMALS) {
                throw new IllegalArgumentException(
                        "orders.currencies: " + code + " has not two decimals");
            }
        }
        return Set.copyOf(codes);
    }
}
