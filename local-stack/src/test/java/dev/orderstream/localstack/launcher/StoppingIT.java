package dev.orderstream.localstack.launcher;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderstream.localstack.Installation;
import dev.orderstream.localstack.home.Home;
import dev.orderstream.localstack.home.Ports;
import dev.orderstream.localstack.home.SecretFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

class StoppingIT {

    @TempDir private Path directory;

    @Test
    @Timeout(value = 60, unit = SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void nobodyWaitsForEverForAStopThatFailed() {
        var home = new Home(directory);
        var options = new LaunchOptions(Installation.find(), home, new Ports(100), List.of(), 1);
        var launcher =
                new Launcher(
                        options,
                        new SecretFiles(home).loadOrMake(),
                        message -> {
                            throw new IllegalStateException(message);
                        });

        assertThatThrownBy(launcher::stop).isInstanceOf(IllegalStateException.class);

        launcher.stop();
    }
}
