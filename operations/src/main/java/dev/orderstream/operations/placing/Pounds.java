package dev.orderstream.operations.placing;

import dev.orderstream.operations.placing.OrderRequest.Price;
import java.math.BigDecimal;

/// Turns written amounts of pounds into prices in pence, exactly.
public final class Pounds {

    private static final int DIGITS_OF_PENCE = 2;

    private Pounds() {}

    /// The price in pence.
    ///
    /// @throws NumberFormatException when it is no number
    public static Price price(String pounds) {
        BigDecimal pence = new BigDecimal(pounds.strip()).movePointRight(DIGITS_OF_PENCE);
        boolean whole = pence.stripTrailingZeros().scale() <= 0;
        return new Price(whole ? pence.setScale(0) : pence, "GBP");
    }
}
