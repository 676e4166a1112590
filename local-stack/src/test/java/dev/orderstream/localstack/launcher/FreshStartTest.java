package dev.orderstream.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.localstack.home.Home;
import dev.orderstream.localstack.process.PrivateFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class FreshStartTest {

    @TempDir private Path directory;

    private Home home;

    @BeforeEach
    void prepare() {
        home = new Home(directory);
    }

    @Test
    void whatAStackKeepsIsDeleted() throws Exception {
        for (var entry : home.content()) {
            write(entry.resolve("kept"));
        }
        write(PrivateFiles.half(home.stackFile()));
        write(home.log("kafka"));

        FreshStart.deleteContent(home);

        assertThat(entries()).containsExactly(home.logs());
        assertThat(home.log("kafka")).doesNotExist();
    }

    @Test
    void whatIsSomebodyElsesStays() throws Exception {
        var strangers = List.of(directory.resolve("thesis.tex"), directory.resolve("photos/1.png"));
        for (var stranger : strangers) {
            write(stranger);
        }

        FreshStart.deleteContent(home);

        assertThat(strangers).allMatch(Files::exists);
    }

    @Test
    void whatThisOrTheNextStartCanUseStays() throws Exception {
        var useful =
                List.of(
                        home.log("launcher"),
                        home.lock(),
                        home.archive("kafka"),
                        home.apps("orders-service"));
        for (var file : useful) {
            write(file);
        }

        FreshStart.deleteContent(home);

        assertThat(useful).allMatch(Files::exists);
    }

    private List<Path> entries() throws Exception {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        }
    }

    private static void write(Path file) throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "kept");
    }
}
