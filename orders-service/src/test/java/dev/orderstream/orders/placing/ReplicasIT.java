package dev.orderstream.orders.placing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.delivery.outbox.Outbox;
import dev.orderstream.delivery.trace.Traces;
import dev.orderstream.events.Address;
import dev.orderstream.events.Customer;
import dev.orderstream.events.Money;
import dev.orderstream.events.OrderLine;
import dev.orderstream.orders.content.OrderContent;
import dev.orderstream.orders.reading.OrderView;
import dev.orderstream.orders.testing.Api;
import dev.orderstream.orders.testing.Rows;
import dev.orderstream.orders.testing.StackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Instances of the placing code that share nothing but the database, as replicas do; each call is
/// a transaction on a connection of its own.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ReplicasIT {

    private static final int ROUNDS = 100;
    private static final Money TOTAL = new Money(510, "GBP");
    private static final OrderContent CONTENT =
            new OrderContent(
                    new Customer("c-1", "Ada Lovelace", "ada@example.org", null),
                    new Address("1 Main St", "London", null, "GB"),
                    List.of(new OrderLine("85123A", "HEART", 2, new Money(255, "GBP"))),
                    "pm_card_visa");

    @Inject Rows rows;
    @Inject Database database;
    @Inject Outbox outbox;
    @Inject Traces traces;
    @Inject Clock clock;

    private final String owner = Api.owner();
    private List<PlacingAnOrder> replicas = List.of();

    @BeforeEach
    void start() {
        replicas = List.of(replica(), replica());
    }

    @Test
    void aReplicaThatStartsAfterACrashKnowsTheOrder() {
        IdempotencyKey key = new IdempotencyKey(owner, "crash");
        Placed lost = place(replica(), key);

        Placed again = place(replica(), key);

        assertThat(again).isEqualTo(new Placed.Replayed(order(lost)));
        assertPlaced(key, order(lost).id());
    }

    @Test
    void oneKeyAtTwoReplicasAtOncePlacesOneOrder() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            IdempotencyKey key = new IdempotencyKey(owner, "race-" + round);

            List<Placed> answers = atOnce(key);

            assertThat(answers)
                    .hasOnlyElementsOfTypes(
                            Placed.New.class, Placed.Replayed.class, Placed.KeyInUse.class);
            assertThat(answers).filteredOn(Placed.New.class::isInstance).hasSize(1);
            UUID id =
                    answers.stream()
                            .filter(Placed.New.class::isInstance)
                            .map(placed -> order(placed).id())
                            .findFirst()
                            .orElseThrow();
            for (PlacingAnOrder replica : replicas) {
                assertThat(order(place(replica, key)).id()).isEqualTo(id);
            }
            assertPlaced(key, id);
        }
    }

    @Test
    void whatOneReplicaHasNotCommittedTheOtherNeitherRepeatsNorWaitsFor() {
        IdempotencyKey key = new IdempotencyKey(owner, "open");
        List<Placed> meanwhile = new ArrayList<>();

        Placed first =
                QuarkusTransaction.requiringNew()
                        .call(() -> {
                            Placed placed = placeHere(replicas.getFirst(), key);
                            meanwhile.add(place(replicas.getLast(), key));
                            return placed;
                        });

        assertThat(meanwhile).containsExactly(new Placed.KeyInUse());
        assertThat(place(replicas.getLast(), key)).isEqualTo(new Placed.Replayed(order(first)));
    }

    @Test
    void whatOneReplicaRollsBackTheOtherPlaces() {
        IdempotencyKey key = new IdempotencyKey(owner, "undone");
        QuarkusTransaction.begin();
        Placed undone = placeHere(replicas.getFirst(), key);
        QuarkusTransaction.rollback();

        Placed placed = place(replicas.getLast(), key);

        assertThat(undone).isInstanceOf(Placed.New.class);
        assertThat(placed).isInstanceOf(Placed.New.class);
        assertThat(place(replicas.getFirst(), key)).isEqualTo(new Placed.Replayed(order(placed)));
        assertThat(rows.told(order(undone).id())).isEmpty();
        assertPlaced(key, order(placed).id());
    }

    private PlacingAnOrder replica() {
        return new PlacingAnOrder(new PlacedOrders(database), outbox, traces, clock);
    }

    private static Placed place(PlacingAnOrder replica, IdempotencyKey key) {
        return QuarkusTransaction.requiringNew().call(() -> placeHere(replica, key));
    }

    /// In the current transaction.
    private static Placed placeHere(PlacingAnOrder replica, IdempotencyKey key) {
        return replica.place(List.of(replica.draft(key, CONTENT, TOTAL))).getFirst();
    }

    /// Four calls at each replica, all let go together.
    private List<Placed> atOnce(IdempotencyKey key) throws Exception {
        int each = 4;
        CyclicBarrier start = new CyclicBarrier(each * replicas.size());
        List<Future<Placed>> calls = new ArrayList<>();
        List<Placed> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(each * replicas.size())) {
            for (PlacingAnOrder replica : replicas) {
                for (int i = 0; i < each; i++) {
                    calls.add(
                            threads.submit(() -> {
                                start.await();
                                return place(replica, key);
                            }));
                }
            }
            for (Future<Placed> call : calls) {
                answers.add(call.get());
            }
        }
        return answers;
    }

    private static OrderView order(Placed placed) {
        return switch (placed) {
            case Placed.New(OrderView view) -> view;
            case Placed.Replayed(OrderView view) -> view;
            case Placed.KeyReused _, Placed.KeyInUse _, Placed.NotTakenUp _, Placed.TooLarge _ ->
                    throw new AssertionError("no order: " + placed);
        };
    }

    private void assertPlaced(IdempotencyKey key, UUID id) {
        assertThat(rows.told(id)).containsExactly("OrderCreated.v1");
        assertThat(
                        rows.texts(
                                "SELECT order_id FROM idempotency_key WHERE owner = ? AND key = ?",
                                key.owner(),
                                key.key()))
                .containsExactly(id.toString());
        assertThat(rows.texts("SELECT count(*) FROM customer_order WHERE owner = ?", owner))
                .isEqualTo(
                        rows.texts("SELECT count(*) FROM idempotency_key WHERE owner = ?", owner));
    }
}
