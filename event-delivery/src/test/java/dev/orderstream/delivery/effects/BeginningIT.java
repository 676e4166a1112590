package dev.orderstream.delivery.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.delivery.outbox.Cause;
import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.delivery.testapp.CallOutside;
import dev.orderstream.delivery.testapp.Seen;
import dev.orderstream.delivery.testapp.StackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// An effect that finds room is begun by the transaction that asks for it.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class BeginningIT {

    private static final Duration BOUND = Duration.ofSeconds(30);

    @Inject Effects effects;
    @Inject EffectsConfig config;
    @Inject CallOutside outside;
    @Inject Seen seen;
    @Inject Database database;
    @Inject Clock clock;

    @Test
    void itIsUnderLeaseFromTheTransactionThatAsksForIt() {
        // A worker that looks for older effects at this very moment leaves a new one to that look.
        List<UUID> orders = new ArrayList<>();
        await().atMost(BOUND)
                .until(
                        () -> {
                            orders.add(Ids.next());
                            return stateInItsTransaction(orders.getLast());
                        },
                        "RUNNING 1"::equals);

        UUID order = orders.getLast();
        awaitDone(order);
        assertThat(outside.keys(order)).hasSize(1);
    }

    private String stateInItsTransaction(UUID order) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    effects.request(List.of(call(order, Duration.ZERO)));
                    return state(order);
                });
    }

    @Test
    void askedForAgainItIsNotBegunAgain() {
        UUID order = Ids.next();
        request(call(order, Duration.ZERO));
        awaitDone(order);

        request(call(order, Duration.ZERO));

        assertThat(state(order)).isEqualTo("DONE 1");
        assertThat(outside.keys(order)).hasSize(1);
    }

    @Test
    void whatIsDueLaterWaits() {
        UUID order = Ids.next();

        request(call(order, Duration.ofHours(1)));

        assertThat(state(order)).isEqualTo("PENDING 0");
        assertThat(outside.keys(order)).isEmpty();
    }

    @Test
    void aRolledBackRequestCallsNobodyAndGivesItsRoomBack() {
        List<UUID> never = Stream.generate(Ids::next).limit(2L * config.concurrency()).toList();

        assertThatThrownBy(() ->
                        QuarkusTransaction.requiringNew()
                                .run(() -> {
                                    effects.request(
                                            never.stream()
                                                    .map(id -> call(id, Duration.ZERO))
                                                    .toList());
                                    throw new IllegalStateException("rolled back");
                                }))
                .hasMessage("rolled back");

        UUID order = Ids.next();
        request(call(order, Duration.ZERO));
        await().atMost(BOUND).until(() -> !outside.keys(order).isEmpty());
        assertThat(never).allSatisfy(id -> assertThat(outside.keys(id)).isEmpty());
        awaitDone(order);
    }

    @Test
    void moreThanThereIsRoomForAreAllMadeOnce() {
        List<UUID> orders = Stream.generate(Ids::next).limit(3L * config.concurrency()).toList();

        QuarkusTransaction.requiringNew()
                .run(() ->
                        effects.request(
                                orders.stream().map(id -> call(id, Duration.ZERO)).toList()));

        await().atMost(BOUND)
                .until(() -> orders.stream().allMatch(id -> state(id).equals("DONE 1")));
        assertThat(orders).allSatisfy(id -> assertThat(outside.keys(id)).hasSize(1));
    }

    @Test
    void callsThatEndOneByOneAreNotFollowedByAClaimEach() {
        List<UUID> orders = Stream.generate(Ids::next).limit(3L * config.concurrency()).toList();

        QuarkusTransaction.requiringNew()
                .run(() ->
                        effects.request(
                                IntStream.range(0, orders.size())
                                        .mapToObj(i ->
                                                call(
                                                        orders.get(i),
                                                        CallOutside.TAKES_MS
                                                                + i % config.concurrency() * 5,
                                                        Duration.ZERO))
                                        .toList()));

        await().atMost(BOUND)
                .until(() -> orders.stream().allMatch(id -> state(id).equals("DONE 1")));
        assertThat(leases(orders)).isLessThan(orders.size() / 4);
    }

    @Test
    void whatWasDueBeforeTheLastClaimIsFoundToo() {
        UUID later = Ids.next();
        request(call(later, Duration.ofMillis(100)));
        awaitDone(later);
        UUID order = Ids.next();

        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.update(
                                """
                                INSERT INTO effect (id, kind, order_id, subject, state, next_attempt_at,
                                                    input)
                                VALUES (?, ?, ?, 'once', 'PENDING', now() - interval '1 hour',
                                        '{"behaviour":"pm_ok"}')
                                """,
                                Ids.next(),
                                outside.kind(),
                                order));

        awaitDone(order);
    }

    /// All that one transaction takes has one lease.
    private int leases(List<UUID> orders) {
        return database.query(
                        """
                        SELECT count(DISTINCT lease_until) AS leases FROM effect
                        WHERE order_id = ANY (?::uuid[])
                        """,
                        row -> row.getInt("leases"),
                        orders)
                .getFirst();
    }

    private void request(NewEffect effect) {
        QuarkusTransaction.requiringNew().run(() -> effects.request(List.of(effect)));
    }

    private NewEffect call(UUID order, Duration later) {
        return call(order, "pm_ok", later);
    }

    private NewEffect call(UUID order, String behaviour, Duration later) {
        return new NewEffect(
                outside.kind(),
                order,
                "once",
                new CallOutside.Input(behaviour),
                clock.instant().plus(later),
                Cause.request(null));
    }

    private void awaitDone(UUID order) {
        await().atMost(BOUND).until(() -> seen.times(order, "ok") == 1);
    }

    private String state(UUID order) {
        return database.query(
                        "SELECT state || ' ' || attempt AS state FROM effect WHERE order_id = ?",
                        row -> row.getString("state"),
                        order)
                .getFirst();
    }
}
