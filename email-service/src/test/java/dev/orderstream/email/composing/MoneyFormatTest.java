package dev.orderstream.email.composing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.events.Money;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// Amounts as customers read them.
class MoneyFormatTest {

    private final MoneyFormat format =
            new MoneyFormat(
                    new ComposingConfig() {
                        @Override
                        public String storefrontUrl() {
                            return "https://shop.example";
                        }

                        @Override
                        public String defaultLocale() {
                            return "en-GB";
                        }
                    });

    @Test
    void minorUnitsFollowTheCurrency() {
        assertThat(format.format(new Money(123456, "GBP"), Locale.UK)).isEqualTo("£1,234.56");
        assertThat(format.format(new Money(1999, "JPY"), Locale.UK)).isEqualTo("JP¥1,999");
        assertThat(format.format(new Money(1999, "KWD"), Locale.UK)).contains("1.999");
    }

    @Test
    void theCustomersLocaleDecidesHowAnAmountLooks() {
        assertThat(format.format(new Money(123456, "EUR"), format.locale("de-DE")))
                .isEqualTo("1.234,56\u00a0€");
        assertThat(format.format(new Money(123456, "EUR"), format.locale("fr-FR")))
                .isEqualTo("1\u202f234,56\u00a0€");
    }

    @Test
    void anUnknownOrMissingLocaleIsTheDefault() {
        assertThat(format.locale(null)).isEqualTo(Locale.UK);
        assertThat(format.locale("xx-QQ")).isEqualTo(Locale.UK);
        assertThat(format.locale("not a tag\r\n")).isEqualTo(Locale.UK);
    }

    @Test
    void aCurrencyThatIsNoMoneyIsShownWithItsCode() {
        assertThat(format.format(new Money(1999, "QQQ"), Locale.UK)).isEqualTo("QQQ 1999");
    }
}
