package dev.orderstream.orders.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The reference page shows code that receivers can use: that with which our tests verify.
class WebhooksPageTest {

    private static final Path PAGE = Path.of("../docs/reference/webhooks.md");
    private static final Path CODE =
            Path.of("src/test/java/dev/orderstream/orders/webhooks/VerifyingAWebhook.java");

    @Test
    void thePageShowsWhatTheTestsVerifyWith() throws IOException {
        List<String> shown = between(Files.readAllLines(PAGE), "```java", "```");
        List<String> used =
                between(Files.readAllLines(CODE), "    private VerifyingAWebhook() {}", "}");

        assertThat(shown).hasSizeGreaterThan(10);
        assertThat(used.stream().map(String::strip).filter(line -> !line.isEmpty()))
                .containsExactlyElementsOf(shown.stream().map(String::strip).toList());
    }

    private static List<String> between(List<String> lines, String begin, String end) {
        return lines.stream()
                .dropWhile(line -> !line.equals(begin))
                .skip(1)
                .takeWhile(line -> !line.equals(end))
                .toList();
    }
}
