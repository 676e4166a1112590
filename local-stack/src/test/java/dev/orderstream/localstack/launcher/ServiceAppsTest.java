package dev.orderstream.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderstream.localstack.Installation;
import dev.orderstream.localstack.StackException;
import dev.orderstream.localstack.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceAppsTest {

    private static final String SERVICE = "orders-service";

    @TempDir private Path project;

    @Test
    void aBuildBesideARunningStackChangesNothingForItsProcesses() throws Exception {
        build("first");
        var apps = launcher();
        var before = apps.jar(SERVICE);

        build("the second");

        assertThat(apps.jar(SERVICE)).isEqualTo(before).hasContent("first");
    }

    @Test
    void theNextLauncherRunsWhatIsBuiltAndClearsTheFormerCopyAway() throws Exception {
        build("first");
        var former = launcher().jar(SERVICE);
        build("the second");

        var jar = launcher().jar(SERVICE);

        assertThat(jar).hasContent("the second");
        assertThat(former).doesNotExist();
        assertThat(copies()).containsExactly(jar.getParent());
    }

    @Test
    void theSameBuildIsNotCopiedAgain() throws Exception {
        build("first");
        var copied = launcher().jar(SERVICE);
        Files.writeString(copied, "not copied over");

        assertThat(launcher().jar(SERVICE)).isEqualTo(copied).hasContent("not copied over");
    }

    @Test
    void aCopyThatWasCutShortIsMadeAnew() throws Exception {
        build("first");
        Files.createDirectories(home().apps(SERVICE).resolve("0123456789abcdef.half"));

        var jar = launcher().jar(SERVICE);

        assertThat(jar).hasContent("first");
        assertThat(copies()).containsExactly(jar.getParent());
    }

    @Test
    void whatIsNotBuiltIsSaid() {
        assertThatThrownBy(() -> launcher().jar(SERVICE))
                .isInstanceOf(StackException.class)
                .hasMessageContainingAll(SERVICE, "mvn package");
    }

    private void build(String content) throws Exception {
        var app = new Installation(project).serviceApp(SERVICE);
        Files.createDirectories(app.resolve("lib"));
        Files.writeString(app.resolve("quarkus-run.jar"), content);
    }

    private ServiceApps launcher() {
        return new ServiceApps(new Installation(project), home());
    }

    private Home home() {
        return new Home(project.resolve(".orderstream"));
    }

    private List<Path> copies() throws Exception {
        try (Stream<Path> copies = Files.list(home().apps(SERVICE))) {
            return copies.toList();
        }
    }
}
