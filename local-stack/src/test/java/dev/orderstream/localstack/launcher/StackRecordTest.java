package dev.orderstream.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.orderstream.localstack.Installation;
import dev.orderstream.localstack.home.Home;
import dev.orderstream.localstack.home.Ports;
import dev.orderstream.localstack.process.ChildrenFile;
import dev.orderstream.localstack.process.ProcessIdentity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class StackRecordTest {

    private static final ProcessIdentity ALIVE =
            ProcessIdentity.of("kafka", ProcessHandle.current());

    @TempDir private Path directory;

    private final List<String> told = new ArrayList<>();
    private Home home;
    private StackRecord record;

    @BeforeEach
    void prepare() {
        home = new Home(directory);
        var options =
                new LaunchOptions(new Installation(directory), home, new Ports(100), List.of(), 1);
        record = new StackRecord(options, told::add);
    }

    @Test
    void aHomeThatCannotBeWrittenIsToldAndStopsNobody() throws Exception {
        Files.createDirectories(home.children().resolve("in-the-way"));

        assertThatCode(record::gone).doesNotThrowAnyException();

        assertThat(told)
                .singleElement()
                .satisfies(message -> assertThat(message).contains(home.children().toString()));
        assertThat(home.stackFile()).doesNotExist();
    }

    @Test
    void aChildThatDidNotEndStaysOnRecord() {
        record.started(ALIVE, 0);

        record.gone();

        assertThat(ChildrenFile.survivors(home.children())).containsExactly(ALIVE);
    }
}
