package dev.orderstream.delivery.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderstream.delivery.database.AfterCommit;
import dev.orderstream.delivery.database.Database;
import dev.orderstream.delivery.database.UnansweredCommits;
import dev.orderstream.delivery.outbox.Cause;
import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.delivery.testapp.StackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Shutdown;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
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
    @Inject TransactionSynchronizationRegistry transactions;

    private final Told told = new Told();
    private final Patience patience = new Patience(Duration.ofSeconds(3));
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

    @Test
    void anAnswerIsNotTakenForLostByAnotherProcessThatComesBackFirst() throws InterruptedException {
        UUID order = Ids.next();
        await().atMost(BOUND).until(() -> isBegun(order));
        await().atMost(BOUND).until(() -> told.called.contains(order));
        breakIt("57P03", "NEW.kind = '" + KIND + "'", "true");
        told.go.countDown();
        var elsewhere = new Told();
        elsewhere.go.countDown();
        // It leaves others time for a third of its lease, which is more than the recorder's
        // retries.
        var more = new Patience(patience.lease().multipliedBy(3));
        var otherRecorder = new EffectRecorder(store, more);
        var other = new EffectWorker<>(elsewhere, store, otherRecorder, more, afterCommit);
        otherRecorder.start(new StartupEvent());
        other.start();
        try {
            await().atMost(BOUND).until(() -> isPastItsLease(order));

            heal();

            await().atMost(BOUND).until(() -> state(order).startsWith("DONE"));
        } finally {
            other.stop();
            otherRecorder.stop(new Shutdown());
        }
        assertThat(state(order)).isEqualTo("DONE 1");
        assertThat(told.answers).containsEntry(order, "answered");
        assertThat(elsewhere.answers).doesNotContainKey(order);
    }

    @Test
    void whatWasBegunByACommitThatNobodyAnsweredIsMadeAndNotTakenForLost()
            throws InterruptedException {
        worker.stop();
        worker =
                new EffectWorker<>(
                        told, store, recorder, patience, UnansweredCommits.of(transactions));
        worker.start();
        told.go.countDown();
        UUID order = Ids.next();
        await().atMost(BOUND).until(() -> isBegun(order));

        await().atMost(BOUND).until(() -> state(order).startsWith("DONE"));
        assertThat(state(order)).isEqualTo("DONE 2");
        assertThat(told.answers).containsEntry(order, "answered");
    }

    @Test
    void whatWasNeverStoredIsNotGivenBackInPlaceOfTheNextRequestForTheSameCall() {
        UUID order = Ids.next();
        await().atMost(BOUND).until(() -> isBegun(order));
        var rolledBack =
                new Effect<>(
                        Ids.next(),
                        order,
                        "once",
                        "input",
                        1,
                        clock.instant(),
                        Cause.request(null));

        QuarkusTransaction.requiringNew()
                .run(() -> store.postpone(KIND, rolledBack, Duration.ZERO, "not answered"));

        assertThat(state(order)).isEqualTo("RUNNING 1");
        told.go.countDown();
        await().atMost(BOUND).until(() -> state(order).equals("DONE 1"));
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

    private record Patience(Duration lease) implements EffectsConfig {

        @Override
        public int concurrency() {
            return 8;
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

    private NewEffect effect(UUID order) {
        return new NewEffect(KIND, order, "once", "input", clock.instant(), Cause.request(null));
    }

    private void request(UUID order) {
        QuarkusTransaction.requiringNew()
                .run(() -> worker.request(List.of(effect(order)), clock.instant()));
    }

    /// A worker that looks for older effects at this very moment leaves a new one to that look.
    private boolean isBegun(UUID order) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    database.update("DELETE FROM effect WHERE order_id = ?", order);
                    worker.request(List.of(effect(order)), clock.instant());
                    return database.query(
                                    "SELECT state FROM effect WHERE order_id = ?",
                                    row -> row.getString("state"),
                                    order)
                            .getFirst()
                            .equals("RUNNING");
                });
    }

    private void breakIt(String state) {
        breakIt(state, "NEW.kind = '" + KIND + "'");
    }

    /// What was begun cannot be ended, with this error.
    private void breakIt(String state, String whose) {
        breakIt(state, whose, "NEW.state <> 'RUNNING'");
    }

    private void breakIt(String state, String whose, String which) {
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
                WHEN (%s AND %s) EXECUTE FUNCTION fail()
                """
                        .formatted(whose, which));
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
