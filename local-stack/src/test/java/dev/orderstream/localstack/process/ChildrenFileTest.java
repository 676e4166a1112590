package dev.orderstream.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildrenFileTest {

    private static final ProcessIdentity ALIVE =
            ProcessIdentity.of("alive", ProcessHandle.current());
    private static final ProcessIdentity GONE =
            new ProcessIdentity(
                    "gone", ProcessHandle.current().pid(), new StartTime("1970-01-01T00:00:00Z"));

    @TempDir private Path directory;

    @Test
    void onlyChildrenThatStillRunSurvive() {
        var file = directory.resolve("children");
        var children = new ChildrenFile(file);
        children.record(ALIVE);
        children.record(GONE);

        assertThat(ChildrenFile.survivors(file))
                .extracting(ProcessIdentity::name)
                .containsExactly("alive");
    }

    @Test
    void aDamagedFileHasNoSurvivors() throws Exception {
        var file = Files.writeString(directory.resolve("children"), "what 12x is\n\nthis\n");

        assertThat(ChildrenFile.survivors(file)).isEmpty();
    }

    @Test
    void aMissingFileHasNoSurvivors() {
        assertThat(ChildrenFile.survivors(directory.resolve("none"))).isEmpty();
    }
}
