package dev.orderstream.localstack.teststack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderstream.localstack.Installation;
import dev.orderstream.localstack.StackException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The tests run what `docker-compose.yml` runs.
class ComposeImagesTest {

    private final ComposeImages images =
            new ComposeImages(Installation.find().root().resolve("docker-compose.yml"));

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "apache/kafka"})
    void anImageHasItsPinnedTag(String repository) {
        assertThat(images.of(repository)).matches(repository + ":\\d+\\.\\d+(\\.\\d+)?");
    }

    @Test
    void anImageThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> images.of("mariadb"))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("No mariadb in ");
    }
}
