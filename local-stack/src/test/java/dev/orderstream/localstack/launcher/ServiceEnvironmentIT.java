package dev.orderstream.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.localstack.Replica;
import dev.orderstream.localstack.Service;
import dev.orderstream.localstack.home.Home;
import dev.orderstream.localstack.home.Ports;
import dev.orderstream.localstack.home.SecretFiles;
import dev.orderstream.localstack.process.ShellWord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a shell makes of the file of a service's variables.
class ServiceEnvironmentIT {

    private static final Replica PAYMENTS = new Replica(Service.PAYMENTS_SERVICE, 1);

    @TempDir private Path directory;

    @Test
    void aShellReadsTheFileWhereverItLies() throws Exception {
        var home = new Home(directory.resolve("Zoë's Dropbox (Work) & $more"));
        var environment =
                new ServiceEnvironment(home, new Ports(100), new SecretFiles(home).loadOrMake());
        environment.write(PAYMENTS);
        var file = home.environment(PAYMENTS.processName()).toString();

        var seen = run("set -a; . " + ShellWord.of(file) + "; env");

        assertThat(seen)
                .containsAll(
                        environment.of(PAYMENTS).entrySet().stream()
                                .map(variable -> variable.getKey() + "=" + variable.getValue())
                                .toList());
    }

    private static List<String> run(String script) throws Exception {
        var shell = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
        var seen = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(seen).isZero();
        return seen.lines().toList();
    }
}
