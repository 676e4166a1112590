package dev.orderstream.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.events.EventType;
import dev.orderstream.events.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the repository to its own rules.
class TidyTest {

    private static final int LINES_MAX = 300;
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE (\\w+)[ (]");
    private static final Pattern KEY_PREFIX =
            Pattern.compile("@ConfigMapping\\(\\s*prefix = \"([^\"]+)\"");
    private static final Pattern METHOD_KEY =
            Pattern.compile("^    [A-Za-z][\\w<>?, ]* (\\w+)\\(\\);", Pattern.MULTILINE);

    @Test
    void everyLinkInTheDocumentationResolves() {
        List<String> broken = new ArrayList<>();
        for (Path page : Repository.named(".md")) {
            for (String target : matches(LINK, Repository.read(page))) {
                boolean outside = target.contains("://") || target.startsWith("mailto:");
                if (!outside && !Files.exists(page.resolveSibling(target))) {
                    broken.add(Repository.ROOT.relativize(page) + " -> " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyEventAndTopicIsOnTheEventsPage() {
        String page = Repository.read("docs/reference/events.md");

        assertThat(EventType.all()).allSatisfy(type -> assertThat(page).contains(type.name()));
        assertThat(Topic.values())
                .allSatisfy(topic -> assertThat(page).contains(topic.topicName()));
    }

    @Test
    void everyTableIsOnTheTablesPage() {
        String page = Repository.read("docs/reference/tables.md");
        List<String> tables =
                Repository.files(file -> file.toString().contains("/src/main/resources/db/"))
                        .stream()
                        .flatMap(file -> matches(TABLE, Repository.read(file)).stream())
                        .filter(table -> !table.equals("outbox_event_default"))
                        .toList();

        assertThat(tables).contains("outbox_event", "customer_order", "payment", "shipment");
        assertThat(tables).allSatisfy(table -> assertThat(page).contains("`" + table + "`"));
    }

    @Test
    void everyConfigurationKeyIsOnTheConfigurationPage() {
        String page = Repository.read("docs/reference/configuration.md");
        List<String> keys = Repository.mainSources().stream().flatMap(TidyTest::keys).toList();

        assertThat(keys).contains("orderstream.effects.lease", "orderstream.effects.concurrency");
        assertThat(keys).allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
    }

    @Test
    void noSourceFileOutgrowsItsRoom() {
        assertThat(Repository.mainSources())
                .allSatisfy(file ->
                        assertThat(Repository.read(file).lines().count())
                                .as(file.toString())
                                .isLessThanOrEqualTo(LINES_MAX));
    }

    @Test
    void everyPackageSaysWhatItIsAndRefusesNull() {
        Stream<Path> packages = Repository.mainSources().stream().map(Path::getParent).distinct();

        assertThat(packages)
                .allSatisfy(folder ->
                        assertThat(Repository.read(folder.resolve("package-info.java")))
                                .contains("///")
                                .contains("@NullMarked"));
    }

    @Test
    void nothingIsLeftForLater() {
        Pattern later = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

        assertThat(Repository.named(".java"))
                .allSatisfy(
                        file -> assertThat(matches(later, Repository.read(file) + "()")).isEmpty());
    }

    @Test
    void onlyEventDeliveryCatchesWhateverComes() {
        Pattern broad = Pattern.compile("(catch \\((?:Exception|Throwable) )");

        assertThat(Repository.mainSources())
                .filteredOn(file -> file.toString().contains("-service/"))
                .allSatisfy(file -> assertThat(matches(broad, Repository.read(file))).isEmpty());
    }

    private static Stream<String> keys(Path source) {
        String text = Repository.read(source);
        return matches(KEY_PREFIX, text).stream()
                .flatMap(prefix ->
                        matches(METHOD_KEY, text).stream().map(name -> prefix + "." + kebab(name)));
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) ->
                        result.groupCount() > 0 ? result.group(1) : result.group())
                .toList();
    }
}
