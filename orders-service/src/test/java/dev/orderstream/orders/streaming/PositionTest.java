package dev.orderstream.orders.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.delivery.outbox.Ids;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    @Test
    void aPositionIsTheSameAfterItWasText() {
        List<UUID> steps = Stream.generate(Ids::next).limit(20).toList();
        Position position = Position.START;
        for (UUID step : steps) {
            position = position.with(step);
        }

        assertThat(Position.parse(position.text())).contains(position);
        assertThat(steps).allMatch(position::has);
        assertThat(position.has(Ids.next())).isFalse();
    }

    @Test
    void theOrderInWhichStepsWereSentDoesNotMatter() {
        UUID one = Ids.next();
        UUID other = Ids.next();

        assertThat(Position.START.with(one).with(other).text())
                .isEqualTo(Position.START.with(other).with(one).with(one).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "AAAA", "a b", "AAAAAAAAAAA="})
    void aTextThatIsNoPositionIsNone(String text) {
        assertThat(Position.parse(text).map(Position::text))
                .isNotEqualTo(java.util.Optional.of(text));
    }

    @Test
    void aTextThatNoStreamOfOursWroteIsNone() {
        assertThat(Position.parse("A".repeat(100_000))).isEmpty();
    }
}
