package dev.orderstream.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Types what `docs/start/storefront.md` says.
@ExtendWith(SharedStack.class)
@SuppressWarnings("NullAway.Init")
class StorefrontGuideIT {

    private static final Pattern SNIPPET = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);
    private static final long SECONDS_MAX = 60;

    @TempDir private Path directory;

    @Test
    void theGuideLeadsToADeliveredAndToACancelledOrder(RunningStack stack) throws Exception {
        String guide =
                Repository.read("docs/start/storefront.md")
                        .replace("http://127.0.0.1:8080", text(stack.address("orders")))
                        .replace("http://127.0.0.1:8087", text(stack.address("identity")));
        List<String> snippets =
                SNIPPET.matcher(guide).results().map((MatchResult m) -> m.group(1)).toList();

        String said = typed(snippets);

        assertThat(snippets).hasSizeGreaterThan(5);
        assertThat(said)
                .contains("\"status\":\"PROCESSING\"")
                .contains("We received your order.", "Your parcel was delivered.")
                .contains("\"cancellation\":{\"requestedAt\"");
    }

    /// All in one shell, which stops at the first command that fails.
    private String typed(List<String> snippets) throws Exception {
        String script = snippets.stream().collect(Collectors.joining("\necho\n"));
        Path out = directory.resolve("out.txt");
        Process shell =
                new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        if (!shell.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly();
        }
        String said = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(said).isZero();
        return said;
    }

    private static String text(URI address) {
        return address.toString();
    }
}
