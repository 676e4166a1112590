package dev.orderstream.orders.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryDecisionTest {

    private static final List<Duration> SCHEDULE = defaultSchedule();

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void whateverIsASuccessIsDelivered(int status) {
        assertThat(decide(status, 0).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
        assertThat(decide(status, 9).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 301, 302, 307, 400, 401, 404, 409, 429, 500, 503, 600})
    void everythingElseIsTriedAgain(int status) {
        assertThat(decide(status, 0))
                .isEqualTo(
                        new DeliveryDecision(
                                DeliveryOutcome.RETRY, "status-" + status, Duration.ofSeconds(5)));
    }

    @Test
    void whoIsGoneIsNotAskedAgain() {
        assertThat(decide(410, 0))
                .isEqualTo(new DeliveryDecision(DeliveryOutcome.ENDPOINT_GONE, "status-410", null));
    }

    @Test
    void theWaitsAreThoseOfTheSpecificationAndThenItIsGivenUp() {
        assertThat(IntStream.range(0, 9).mapToObj(i -> waitAfter(i, 0)).toList())
                .containsExactly(
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(5),
                        Duration.ofHours(10),
                        Duration.ofHours(14),
                        Duration.ofHours(20),
                        Duration.ofHours(24));
        assertThat(DeliveryDecision.of(new Answer.None("refused"), 9, SCHEDULE, 0))
                .isEqualTo(new DeliveryDecision(DeliveryOutcome.GIVEN_UP, "refused", null));
    }

    @Test
    void manyDoNotComeBackAtOnce() {
        assertThat(waitAfter(1, 0.5)).isEqualTo(Duration.ofSeconds(330));
        assertThat(waitAfter(1, 1)).isEqualTo(Duration.ofMinutes(6));
    }

    private static Duration waitAfter(int failedBefore, double jitter) {
        return java.util.Objects.requireNonNull(
                DeliveryDecision.of(new Answer.None("timeout"), failedBefore, SCHEDULE, jitter)
                        .retryAfter());
    }

    private static DeliveryDecision decide(int status, int failedBefore) {
        return DeliveryDecision.of(new Answer.Status(status), failedBefore, SCHEDULE, 0);
    }

    private static List<Duration> defaultSchedule() {
        try {
            String text =
                    WebhooksConfig.class
                            .getDeclaredMethod("retryAfter")
                            .getAnnotation(WithDefault.class)
                            .value();
            return Stream.of(text.split(",")).map(Duration::parse).toList();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
