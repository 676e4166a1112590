package dev.orderstream.delivery.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderstream.delivery.database.AfterCommit;
import dev.orderstream.delivery.database.Database;
import dev.orderstream.delivery.outbox.Cause;
import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.delivery.testapp.StackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Shutdown;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Answers that are hard to record, and those of the last moment.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RecordingIT {

    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final String KIND = "told";

    @Inject EffectStore store;
    @Inject AfterCommit afterCommit;
    @Inject Database database;
    @Inject Clock clock;

    private final Told told = new Told();
    private final Patience patience = new Patience();
    private EffectRecorder recorder;
    private EffectWorker<String, String> worker;

    @BeforeEach
    void start() {
        recorder = new EffectRecorder(store, patience);
        worker = new EffectWorker<>(told, store, recorder, patience, afterCommit);
        recorder.start(new StartupEvent());
        worker.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        heal();
        worker.stop();
        recorder.stop(new Shutdown());
    }

    @Test
    void whatWasAnsweredBeforeAStopIsRecorded() throws InterruptedException {
        List<UUID> orders = List.of(Ids.next(), Ids.next(), Ids.next());
        orders.forEach(this::request);
        await().atMost(BOUND).until(() -> told.called.containsAll(orders));
        told.go.countDown();

        worker.stop();
        recorder.stop(new Shutdown());

        assertThat(orders).allSatisfy(order -> assertThat(state(order)).isEqualTo("DONE 1"));
    }

    @Test
    void anAnswerIsNotTakenForLostWhileTheDatabaseIsAway() {
        breakIt("57P03");
        UUID order = Ids.next();
        request(order);
        told.go.countDown();
        await().atMost(BOUND).until(() -> isPastItsLease(order));

        heal();

        await().atMost(BOUND).until(() -> state(order).startsWith("DONE"));
        assertThat(state(order)).isEqualTo("DONE 1");
        assertThat(told.answers).containsEntry(order, "answered");
    }

    @Test
    void anAnswerThatCannotBeRecordedAtAllDoesNotKeepOthersFromIt() {
        UUID bad = Ids.next();
        breakIt("P0001", "NEW.order_id = '%s'".formatted(bad));
        request(bad);
        told.go.countDown();
        await().atMost(BOUND).until(() -> told.called.contains(bad));

        UUID good = Ids.next();
        request(good);

        await().atMost(BOUND).until(() -> state(good).equals("DONE 1"));
        assertThat(state(bad)).startsWith("RUNNING");
        // Once as it was, once put off, and so again by whoever took it up meanwhile.
        assertThat(one("(SELECT last_value FROM failures)::text", bad))
                .satisfies(times -> assertThat(Integer.parseInt(times)).isLessThan(10));
    }

    /// A call that waits for the test.
    private static final class Told implements EffectHandler<String, String> {

        private final CountDownLatch go = new CountDownLatch(1);
        private final Map<UUID, String> answers = new ConcurrentHashMap<>();
        private final Set<UUID> called = ConcurrentHashMap.newKeySet();

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Class<String> inputType() {
            return String.class;
        }

        @Override
        public Attempt<String> perform(Effect<String> effect) {
            called.add(effect.orderId());
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Attempt.answered("answered");
        }

        @Override
        public Attempt<String> resume(Effect<String> effect) {
            return Attempt.answered("resumed");
        }

        @Override
        public void record(List<Performed<String, String>> performed) {
            performed.forEach(p -> answers.put(p.effect().orderId(), p.result()));
        }
    }

    private record Patience() implements EffectsConfig {

        @Override
        public int concurrency() {
            return 8;
        }

        @Override
        public Duration lease() {
            return Duration.ofSeconds(3);
        }

        @Override
        public Duration pollInterval() {
            return Duration.ofMillis(50);
        }

        @Override
        public Duration recordInterval() {
            return Duration.ofMillis(250);
        }

        @Override
        public Duration backoffMax() {
            return Duration.ofSeconds(1);
        }
    }

    private void request(UUID order) {
        var effect =
                new NewEffect(KIND, order, "once", "input", clock.instant(), Cause.request(null));
        QuarkusTransaction.requiringNew()
                .run(() -> worker.request(List.of(effect), clock.instant()));
    }

    private void breakIt(String state) {
        breakIt(state, "NEW.kind = '" + KIND + "'");
    }

    /// What was begun cannot be ended, with this error.
    private void breakIt(String state, String whose) {
        change("CREATE SEQUENCE failures");
        change(
                """
                CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                  PERFORM nextval('failures');
                  RAISE EXCEPTION 'made by a test' USING ERRCODE = '%s';
                END $$
                """
                        .formatted(state));
        change(
                """
                CREATE TRIGGER fail BEFORE UPDATE ON effect FOR EACH ROW
                WHEN (%s AND NEW.state <> 'RUNNING') EXECUTE FUNCTION fail()
                """
                        .formatted(whose));
    }

    private void heal() {
        change("DROP TRIGGER IF EXISTS fail ON effect");
        change("DROP FUNCTION IF EXISTS fail");
        change("DROP SEQUENCE IF EXISTS failures");
    }

    private void change(String sql) {
        QuarkusTransaction.requiringNew().run(() -> database.update(sql));
    }

    private boolean isPastItsLease(UUID order) {
        return one("(lease_until < now() - interval '1 second')::text", order).equals("true");
    }

    private String state(UUID order) {
        return one("state || ' ' || attempt", order);
    }

    private String one(String what, UUID order) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        database.query(
                                        "SELECT " + what + " AS it FROM effect WHERE order_id = ?",
                                        row -> row.getString("it"),
                                        order)
                                .getFirst());
    }
}
