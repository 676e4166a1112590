package dev.orderstream.localstack.teststack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class TestDirectoriesTest {

    @TempDir private Path temporary;

    private Path leftBehind;

    @BeforeEach
    void leaveADirectoryBehind() throws Exception {
        leftBehind = Files.createDirectory(temporary.resolve("orderstream-test-1"));
        Files.writeString(leftBehind.resolve("owner"), "tests 1 1970-01-01T00:00:00Z\n");
    }

    @Test
    void whatATestRunLeftBehindIsClearedAway() throws Exception {
        TestDirectories.sweep(temporary, Files.getOwner(temporary));

        assertThat(leftBehind).doesNotExist();
    }

    @Test
    void whatIsAnotherUsersStays() throws Exception {
        UserPrincipal another = () -> "another";

        TestDirectories.sweep(temporary, another);

        assertThat(leftBehind).exists();
    }

    @Test
    void aLinkIsNotFollowed() throws Exception {
        var elsewhere = Files.move(leftBehind, temporary.resolve("elsewhere"));
        Files.createSymbolicLink(leftBehind, elsewhere);

        TestDirectories.sweep(temporary, Files.getOwner(temporary));

        assertThat(elsewhere.resolve("owner")).exists();
        assertThat(Files.isSymbolicLink(leftBehind)).isTrue();
    }
}
