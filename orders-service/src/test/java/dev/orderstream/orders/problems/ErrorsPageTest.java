package dev.orderstream.orders.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The reference page of errors and the catalogues in the code say the same.
class ErrorsPageTest {

    private static final Path PAGE = Path.of("../docs/reference/errors.md");

    @Test
    void thePageListsEachProblemOfTheCatalogueAndNoOther() throws IOException {
        List<String> expected =
                Arrays.stream(ProblemCode.values())
                        .map(p -> "| `%s` | %d | %s |".formatted(p.code(), p.status(), p.title()))
                        .toList();

        assertThat(rows("## Problems")).isEqualTo(expected);
    }

    @Test
    void thePageListsEachFieldErrorOfTheCatalogueAndNoOther() throws IOException {
        List<String> expected =
                Arrays.stream(FieldCode.values())
                        .map(f -> "| `%s` | %s |".formatted(f.code(), f.meaning()))
                        .toList();

        assertThat(rows("## Field errors")).isEqualTo(expected);
    }

    private static List<String> rows(String heading) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| `"))
                .toList();
    }
}
