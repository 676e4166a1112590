package dev.orderstream.operations.demo;

import dev.orderstream.operations.demo.Order.Plan;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Draws who does what, each scenario by its share.
final class Scenarios {

    /// From before the charge until after the parcel has left.
    private static final int CANCEL_WITHIN_MS = 2_500;

    private static final int SHARES = Stream.of(Scenario.values()).mapToInt(Scenario::share).sum();

    private final RandomGenerator random;

    Scenarios(RandomGenerator random) {
        this.random = random;
    }

    Plan next() {
        int left = random.nextInt(SHARES);
        // Half of those who cancel do so at once.
        int after = random.nextBoolean() ? 0 : random.nextInt(CANCEL_WITHIN_MS);
        for (Scenario scenario : Scenario.values()) {
            left -= scenario.share();
            if (left < 0) {
                return new Plan(scenario, Duration.ofMillis(after));
            }
        }
        throw new IllegalStateException("the shares do not add up");
    }

    String paymentMethod(Scenario scenario) {
        List<String> methods = scenario.paymentMethods();
        return methods.get(random.nextInt(methods.size()));
    }
}
