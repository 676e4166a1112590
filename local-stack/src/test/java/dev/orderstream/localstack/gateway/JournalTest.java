package dev.orderstream.localstack.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class JournalTest {

    @TempDir private Path directory;

    private Path file;

    @BeforeEach
    void prepare() {
        file = directory.resolve("journal.jsonl");
    }

    @Test
    void whatAFullDiskTookOfALineIsNoPartOfTheNext() throws Exception {
        var disk = new FullDisk(file);
        try (var journal = new Journal(disk, 0)) {
            journal.append(Change.delivered("evt_1"));
            disk.full(true);
            assertThatThrownBy(() -> journal.append(Change.delivered("evt_2")))
                    .isInstanceOf(IOException.class);
            disk.full(false);
            journal.append(Change.delivered("evt_3"));
        }

        assertThat(told()).containsExactly("evt_1", "evt_3");
    }

    @Test
    void aLineThatWasRefusedTakesNoRoom() throws Exception {
        var disk = new FullDisk(file);
        try (var journal = new Journal(disk, 0)) {
            disk.full(true);
            assertThatThrownBy(() -> journal.append(Change.delivered("evt_1")))
                    .isInstanceOf(IOException.class);
        }

        assertThat(Files.size(file)).isZero();
    }

    private List<String> told() throws IOException {
        var told = new ArrayList<String>();
        try (var _ = Journal.open(file, change -> told.add(String.valueOf(change.delivered())))) {
            return told;
        }
    }
}
