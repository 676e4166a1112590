package dev.orderstream.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {

    private static final int DIRECTORIES = 1_000;

    @TempDir private Path directory;

    @Test
    void whatVanishesWhileATreeIsDeletedIsNoFault() throws Exception {
        var tree = directory.resolve("tree");
        var directories =
                IntStream.range(0, DIRECTORIES).mapToObj(i -> tree.resolve("d" + i)).toList();
        for (var parent : directories) {
            Files.createFile(Files.createDirectories(parent).resolve("file"));
        }

        Together.run(
                () -> delete(tree),
                () -> {
                    while (directories.stream().allMatch(Files::exists)) {
                        Thread.onSpinWait();
                    }
                    delete(tree);
                });

        assertThat(tree).doesNotExist();
    }

    @Test
    void aLinkIsDeletedAndNotWhereItLeads() throws Exception {
        var elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
        var kept = Files.createFile(elsewhere.resolve("kept"));
        var tree = Files.createDirectories(directory.resolve("tree"));
        Files.createSymbolicLink(tree.resolve("link"), elsewhere);

        PrivateFiles.deleteTree(tree);

        assertThat(tree).doesNotExist();
        assertThat(kept).exists();
    }

    private static void delete(Path tree) {
        try {
            PrivateFiles.deleteTree(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
