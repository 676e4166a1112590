package dev.orderstream.orders.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.delivery.database.DatabaseException;
import dev.orderstream.events.Address;
import dev.orderstream.events.Customer;
import dev.orderstream.events.Money;
import dev.orderstream.events.OrderLine;
import dev.orderstream.orders.content.OrderContent;
import dev.orderstream.orders.testing.Api;
import dev.orderstream.orders.testing.Rows;
import dev.orderstream.orders.testing.StackResource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Shutdown;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What many requests of one moment order.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class PlacingDeskIT {

    private static final int ORDERS = 60;

    @Inject PlacingAnOrder placing;
    @Inject PlacingDesk desk;
    @Inject Database database;
    @Inject Rows rows;

    private final String owner = Api.owner();
    private final ExecutorService requests = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        requests.close();
    }

    @Test
    void theyShareTransactions() {
        var answers = atOnce(good().toList());

        assertThat(answers.stream().map(CompletableFuture::join))
                .hasSize(ORDERS)
                .hasOnlyElementsOfType(Placed.New.class);
        assertThat(Integer.parseInt(one("count(DISTINCT xmin::text)"))).isLessThan(ORDERS / 4);
        assertThat(one("count(*)")).isEqualTo(Integer.toString(ORDERS));
    }

    @Test
    void largeOrdersShareWithFewOthers() {
        OrderLine line = new OrderLine("85123A", "H".repeat(200), 1, new Money(1, "GBP"));
        OrderContent large = content("pm_card_visa", Collections.nCopies(2_000, line));

        var answers = atOnce(IntStream.range(0, 24).mapToObj(i -> draft("" + i, large)).toList());

        assertThat(answers.stream().map(CompletableFuture::join))
                .hasOnlyElementsOfType(Placed.New.class);
        assertThat(Integer.parseInt(one("count(DISTINCT xmin::text)"))).isBetween(6, 23);
    }

    @Test
    void oneThatCannotBeStoredFailsAlone() {
        rows.change(
                """
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                  IF NEW.content ->> 'paymentMethod' = 'pm_bad' THEN
                    RAISE EXCEPTION 'refused by a test';
                  END IF;
                  RETURN NEW;
                END $$
                """);
        rows.change(
                """
                CREATE TRIGGER refuse BEFORE INSERT ON customer_order
                FOR EACH ROW EXECUTE FUNCTION refuse()
                """);
        try {
            var answers = atOnce(Stream.concat(good(), Stream.of(draft("bad", "pm_bad"))).toList());

            assertThat(answers.getLast())
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableThat()
                    .withCauseInstanceOf(DatabaseException.class);
            assertThat(answers.subList(0, ORDERS).stream().map(CompletableFuture::join))
                    .hasOnlyElementsOfType(Placed.New.class);
            assertThat(one("count(*)")).isEqualTo(Integer.toString(ORDERS));
        } finally {
            rows.change("DROP TRIGGER refuse ON customer_order");
            rows.change("DROP FUNCTION refuse");
        }
    }

    @Test
    void twoWithOneKeyAreOneOrder() {
        var answers = atOnce(Stream.concat(good(), good()).toList());

        var placed = answers.stream().map(CompletableFuture::join).toList();
        assertThat(placed.stream().filter(Placed.New.class::isInstance)).hasSize(ORDERS);
        assertThat(placed)
                .hasOnlyElementsOfTypes(
                        Placed.New.class, Placed.Replayed.class, Placed.KeyInUse.class);
        assertThat(one("count(*)")).isEqualTo(Integer.toString(ORDERS));
    }

    @Test
    void whileTheDatabaseHangsTheyAreRefusedInTime() {
        List<CompletableFuture<Placed>> stuck = new ArrayList<>();
        List<Placed> refused = new ArrayList<>();
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    database.update("LOCK TABLE idempotency_key IN SHARE MODE");
                    stuck.addAll(List.of(atDesk("first"), atDesk("second")));
                    var late = atDesk("late");
                    assertThat(late).succeedsWithin(Duration.ofSeconds(8));
                    refused.add(late.join());
                });

        assertThat(refused).containsExactly(new Placed.NotTakenUp());
        assertThat(stuck.stream().map(CompletableFuture::join))
                .hasOnlyElementsOfType(Placed.New.class);
        assertThat(one("count(*)")).isEqualTo("2");
    }

    @Test
    void oneThatComesWhenTheProcessStopsIsRefused() {
        var stopped = new PlacingDesk(placing, new SimpleMeterRegistry());
        stopped.stop(new Shutdown());

        assertThat(stopped.place(draft("late", "pm_card_visa"))).isEqualTo(new Placed.NotTakenUp());
        assertThat(stopped.open()).isZero();
        assertThat(one("count(*)")).isEqualTo("0");
    }

    /// Has reached the database, or finds both clerks busy there.
    private CompletableFuture<Placed> atDesk(String key) {
        int before = waitingForLocks();
        var answer =
                CompletableFuture.supplyAsync(
                        () -> desk.place(draft(key, "pm_card_visa")), requests);
        await().until(() -> waitingForLocks() == Math.min(before + 1, 2));
        return answer;
    }

    private int waitingForLocks() {
        return database.query(
                        """
                        SELECT count(*) AS waiting FROM pg_locks
                        WHERE NOT granted AND relation = 'idempotency_key'::regclass
                        """,
                        row -> row.getInt("waiting"))
                .getFirst();
    }

    /// All of them are at the desk before the first can be stored.
    private List<CompletableFuture<Placed>> atOnce(List<Draft> drafts) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    database.update("LOCK TABLE idempotency_key IN SHARE MODE");
                    var answers =
                            drafts.stream()
                                    .map(draft ->
                                            CompletableFuture.supplyAsync(
                                                    () -> desk.place(draft), requests))
                                    .toList();
                    await().until(() -> desk.open() == drafts.size());
                    return answers;
                });
    }

    private Stream<Draft> good() {
        return IntStream.range(0, ORDERS).mapToObj(i -> draft("key-" + i, "pm_card_visa"));
    }

    private Draft draft(String key, String paymentMethod) {
        OrderLine line = new OrderLine("85123A", "HEART", 2, new Money(255, "GBP"));
        return draft(key, content(paymentMethod, List.of(line)));
    }

    private Draft draft(String key, OrderContent content) {
        return placing.draft(new IdempotencyKey(owner, key), content, new Money(510, "GBP"));
    }

    private static OrderContent content(String paymentMethod, List<OrderLine> lines) {
        return new OrderContent(
                new Customer("c-1", "Ada Lovelace", "ada@example.org", null),
                new Address("1 Main St", "London", null, "GB"),
                lines,
                paymentMethod);
    }

    private String one(String what) {
        return rows.texts("SELECT " + what + " FROM customer_order WHERE owner = ?", owner).stream()
                .collect(Collectors.joining());
    }
}
