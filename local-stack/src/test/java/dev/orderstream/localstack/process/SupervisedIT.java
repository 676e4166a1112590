package dev.orderstream.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir private Path directory;

    private final List<ProcessIdentity> started = new CopyOnWriteArrayList<>();

    private final List<String> ended = new CopyOnWriteArrayList<>();

    private final Supervised.Listener listener =
            new Supervised.Listener() {
                @Override
                public void started(ProcessIdentity child, int restarts) {
                    started.add(child);
                }

                @Override
                public void ended(String name, String how, Duration restartIn) {
                    ended.add(how);
                }
            };

    @Test
    void aKilledChildIsStartedAgain() {
        var sleeper = sleeper();
        sleeper.start();

        started.getFirst().find().orElseThrow().destroyForcibly();

        assertThat(Waiting.holdsWithin(PATIENCE, () -> started.size() == 2)).isTrue();
        assertThat(started.getLast().find()).isPresent();
        sleeper.stop(PATIENCE);
    }

    @Test
    void aFaultAtARestartIsToldAndTheChildStartedAgainAllTheSame() {
        var starts = new AtomicInteger();
        var sleeper =
                new Supervised(
                        "sleeper",
                        () -> {
                            if (starts.incrementAndGet() == 2) {
                                throw new UncheckedIOException(new NoSuchFileException("a.jar"));
                            }
                            return spec();
                        },
                        listener);
        sleeper.start();

        started.getFirst().find().orElseThrow().destroyForcibly();

        assertThat(Waiting.holdsWithin(PATIENCE, () -> started.size() == 2)).isTrue();
        assertThat(ended).last().asString().contains("a.jar");
        sleeper.stop(PATIENCE);
    }

    @Test
    void aStoppedChildIsNotStartedAgain() {
        var sleeper = sleeper();
        sleeper.start();

        sleeper.stop(PATIENCE);

        assertThat(started).singleElement().satisfies(child -> assertThat(child.find()).isEmpty());
    }

    private Supervised sleeper() {
        return new Supervised("sleeper", this::spec, listener);
    }

    private ChildSpec spec() {
        return ChildSpec.of(
                "sleeper",
                List.of("sleep", "600"),
                Map.of(),
                directory,
                directory.resolve("sleeper.log"));
    }
}
