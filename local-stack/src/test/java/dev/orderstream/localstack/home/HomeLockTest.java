package dev.orderstream.localstack.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {

    @TempDir private Path directory;

    @Test
    void aHomeHasOneLauncherAtATime() {
        var home = new Home(directory);
        try (var held = HomeLock.take(home).orElseThrow()) {
            assertThat(held.channel().isOpen()).isTrue();
            assertThat(HomeLock.take(home)).isEmpty();
        }
        assertThat(HomeLock.take(home)).isPresent();
    }
}
