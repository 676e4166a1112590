package dev.orderstream.shipping.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The reference page of errors and the catalogue in the code say the same.
class ProblemsPageTest {

    private static final Path PAGE = Path.of("../docs/reference/errors.md");

    @Test
    void thePageListsEachProblemOfTheCatalogueAndNoOther() throws IOException {
        List<String> listed =
                Files.readAllLines(PAGE).stream()
                        .dropWhile(line -> !line.equals("## Problems of shipping-service"))
                        .skip(1)
                        .takeWhile(line -> !line.startsWith("## "))
                        .filter(line -> line.startsWith("| `"))
                        .toList();

        assertThat(listed)
                .isEqualTo(
                        Arrays.stream(ProblemCode.values())
                                .map(p ->
                                        "| `%s` | %d | %s |"
                                                .formatted(p.code(), p.status(), p.title()))
                                .toList());
    }

    @Test
    void aStatusWithoutAProblemOfItsOwnIsTheRequestsOrOurs() {
        assertThat(ProblemCode.ofStatus(404)).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(ProblemCode.ofStatus(400)).isEqualTo(ProblemCode.BAD_REQUEST);
        assertThat(ProblemCode.ofStatus(418)).isEqualTo(ProblemCode.BAD_REQUEST);
        assertThat(ProblemCode.ofStatus(502)).isEqualTo(ProblemCode.INTERNAL_ERROR);
    }
}
