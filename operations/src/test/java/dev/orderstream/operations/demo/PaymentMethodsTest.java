package dev.orderstream.operations.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The seed decides who is declined.
class PaymentMethodsTest {

    @Test
    void theSameSeedDrawsTheSameMethods() {
        assertThat(draw(42, 0.3)).isEqualTo(draw(42, 0.3)).isNotEqualTo(draw(43, 0.3));
    }

    @Test
    void theShareOfDeclinesIsAsAsked() {
        assertThat(draw(1, 0)).noneMatch(PaymentMethodsTest::declines);
        assertThat(draw(1, 1)).allMatch(PaymentMethodsTest::declines);
        assertThat(draw(1, 0.1).stream().filter(PaymentMethodsTest::declines).count())
                .isBetween(60L, 140L);
    }

    private static boolean declines(String method) {
        return method.contains("chargeDeclined");
    }

    private static List<String> draw(long seed, double declines) {
        PaymentMethods methods = new PaymentMethods(new Random(seed), declines);
        return Stream.generate(methods::next).limit(1000).toList();
    }
}
