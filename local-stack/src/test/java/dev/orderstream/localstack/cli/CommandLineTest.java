package dev.orderstream.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.localstack.home.Home;
import dev.orderstream.localstack.home.HomeLock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sideways",
                "up --port-offset x",
                "up --without no-service",
                "status -o yaml",
                "status --home=",
                "logs",
                "logs nobody"
            })
    void aWrongCommandLineIsAUsageError(String arguments) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" "))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void statusOfNothingIsJsonForAProgram() {
        assertThat(run("status", "-o", "json", "--home", directory.toString())).isEqualTo(1);
        assertThat(out.toString())
                .isEqualToIgnoringWhitespace(
                        "{\"ready\":false,\"processes\":[],\"connectors\":[]}");
    }

    @Test
    void everyReplicaHasALog() {
        assertThat(run("logs", "orders-service-2", "--home", directory.toString())).isZero();
        assertThat(out.toString()).contains("orders-service-2.log");
    }

    @Test
    void downOfNothingIsNoFault() {
        assertThat(run("down", "--home", directory.toString())).isZero();
        assertThat(err.toString()).contains("nothing was running");
    }

    @Test
    void aSecondUpIsRefused() {
        try (var held = HomeLock.take(new Home(directory)).orElseThrow()) {
            assertThat(held.channel().isOpen()).isTrue();
            assertThat(run("up", "--home", directory.toString())).isEqualTo(4);
        }
        assertThat(err.toString()).contains("already running").doesNotContain("\tat ");
    }

    @Test
    void anOffsetOutOfRangeIsExplainedWithoutAStackTrace() {
        assertThat(run("up", "--home", directory.toString(), "--port-offset", "65000"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("65000").doesNotContain("\tat ");
    }

    private int run(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
