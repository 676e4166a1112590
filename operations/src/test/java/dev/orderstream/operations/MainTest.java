package dev.orderstream.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// Exit codes and messages.
class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir private Path home = Path.of("");

    private int run(String... arguments) {
        CommandLine commandLine =
                Main.commandLine()
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }

    @Test
    void whereThereIsNoStackOneSentenceSaysHowToStartOne() {
        assertThat(run("demo", "--home", home.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains("There is no stack in", "./orderstream up")
                .doesNotContain("\tat ")
                .hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void anEmptyHomeIsUsage() {
        assertThat(run("demo", "--home", "")).isEqualTo(2);
        assertThat(err.toString()).contains("--home must not be empty").hasLineCount(1);
    }

    @Test
    void aTokenNeedsTheStacksKey() {
        assertThat(run("token", "--role", "operator", "--home", home.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("jwt-private.pem");
    }

    @Test
    void anUnknownRoleIsUsage() {
        assertThat(run("token", "--role", "emperor")).isEqualTo(2);
        assertThat(err.toString()).contains("--role");
    }

    @Test
    void ordersAndCsvExcludeEachOther() {
        assertThat(run("demo", "--orders", "3", "--csv", "x.csv")).isEqualTo(2);
    }

    @Test
    void aRateOfZeroIsUsage() {
        assertThat(run("demo", "--rate", "0")).isEqualTo(2);
        assertThat(run("bench", "--rate", "0")).isEqualTo(2);
    }

    @Test
    void aShareOfDeclinesIsNotAPercentage() {
        assertThat(run("demo", "--declines", "10")).isEqualTo(2);
    }

    @Test
    void aCsvFileThatIsNotThereIsUsage() {
        assertThat(run("demo", "--csv", home.resolve("none.csv").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("There is no file");
    }
}
