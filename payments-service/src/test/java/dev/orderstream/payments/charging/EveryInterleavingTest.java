package dev.orderstream.payments.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderstream.payments.charging.PaymentFacts.Captured;
import dev.orderstream.payments.charging.PaymentFacts.Declined;
import dev.orderstream.payments.charging.World.Card;
import dev.orderstream.payments.charging.World.Intent;
import dev.orderstream.payments.charging.World.Move;
import dev.orderstream.payments.charging.World.OrderCancelled;
import dev.orderstream.payments.charging.World.OrderCreated;
import dev.orderstream.payments.charging.World.Rules;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Walks every order in which the events, the gateway's answers, its webhooks and all duplicates
/// can come, for every kind of card.
///
/// An answer comes once its call was made, and any number of steps later. Worlds that are alike are
/// walked on from once: what is left open in them is alike too.
class EveryInterleavingTest {

    private static final Rules OURS = PaymentFacts::with;

    /// A bug as it is found in the field: what comes late overwrites what was decided.
    private static final Rules LATE_SUCCESS_WINS =
            (facts, said) ->
                    said instanceof Captured captured
                            ? new PaymentFacts(
                                    facts.ordered(),
                                    facts.action(),
                                    captured,
                                    null,
                                    facts.refunds())
                            : facts.with(said);

    private static final Rules FAILURES_ARE_FORGOTTEN =
            (facts, said) ->
                    said instanceof PaymentFacts.Refunded refunded
                            ? new PaymentFacts(
                                    facts.ordered(),
                                    facts.action(),
                                    facts.answer(),
                                    facts.cancelled(),
                                    new Refunds(refunded, Set.of()))
                            : facts.with(said);

    @ParameterizedTest
    @EnumSource
    void anOrderThatIsKeptEndsInOneWay(Card card) {
        Map<World.Gateway, Set<PaymentFacts>> ends = check(card, OURS, created());

        assertThat(ends).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aCancelledOrderEndsAsTheGatewaysBooksSayAndKeepsNoMoney(Card card) {
        Map<World.Gateway, Set<PaymentFacts>> ends = check(card, OURS, createdAndCancelled());

        assertThat(ends.keySet()).extracting(World.Gateway::intent).contains(Intent.NONE);
        assertThat(ends).hasSizeGreaterThan(1);
    }

    @Test
    void theCheckFindsALateSuccessThatOverwritesACancellation() {
        assertThatThrownBy(() -> check(Card.PAYS, LATE_SUCCESS_WINS, createdAndCancelled()))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void theCheckFindsRefundsThatForgetTheirFailures() {
        assertThatThrownBy(() ->
                        check(Card.FAILS_ONE_REFUND, FAILURES_ARE_FORGOTTEN, createdAndCancelled()))
                .isInstanceOf(AssertionError.class);
    }

    /// Beyond what can be walked wholly: many duplicates, in orders drawn at random.
    @ParameterizedTest
    @EnumSource
    void manyDuplicatesInRandomOrdersEndTheSame(Card card) {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Map<World.Gateway, Set<PaymentFacts>> ends = check(card, OURS, createdAndCancelled());
        Move[] many = new Move[20];
        for (int copy = 0; copy < many.length; copy++) {
            many[copy] = copy % 2 == 0 ? new OrderCreated(copy) : new OrderCancelled(copy);
        }
        for (int walk = 0; walk < 500; walk++) {
            World end = walked(World.with(card, OURS, many), random);
            assertThat(ends.get(end.gateway())).as("seed %d", seed).contains(plain(end.facts()));
        }
    }

    private static World walked(World start, Random random) {
        World world = start;
        while (true) {
            List<Move> due = world.moves().stream().filter(world::isDue).toList();
            if (due.isEmpty()) {
                return world;
            }
            world = world.after(due.get(random.nextInt(due.size())));
        }
    }

    /// Checks every end, and that what the service knows is what the gateway's books say.
    private static Map<World.Gateway, Set<PaymentFacts>> check(
            Card card, Rules rules, Move... moves) {
        boolean cancelled = List.of(moves).contains(new OrderCancelled(1));
        Map<World.Gateway, Set<PaymentFacts>> ends = new HashMap<>();
        explore(
                World.with(card, rules, moves),
                end -> {
                    assertThat(end.told()).doesNotHaveDuplicates();
                    assertMoney(end, cancelled);
                    assertTold(end);
                    ends.computeIfAbsent(end.gateway(), _ -> new HashSet<>())
                            .add(plain(end.facts()));
                });
        assertThat(ends).allSatisfy((_, facts) -> assertThat(facts).hasSize(1));
        return ends;
    }

    private static void explore(World start, Consumer<World> atTheEnd) {
        Set<World> seen = new HashSet<>();
        Deque<World> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            World world = open.pop();
            if (!seen.add(world)) {
                continue;
            }
            List<Move> due = world.moves().stream().filter(world::isDue).toList();
            if (due.isEmpty()) {
                atTheEnd.accept(world);
            }
            due.forEach(move -> open.push(world.after(move)));
        }
    }

    private static void assertMoney(World end, boolean cancelled) {
        World.Gateway books = end.gateway();
        long kept = books.keepsMoney() ? World.TOTAL.amount() : 0;
        assertThat(end.balance()).isEqualTo(kept);
        assertThat(end.facts().status())
                .isEqualTo(
                        switch (books.intent()) {
                            case NONE, WITHDRAWN -> PaymentStatus.CANCELLED;
                            case DECLINED, EXPIRED, REJECTED -> PaymentStatus.FAILED;
                            case ASKED -> PaymentStatus.ACTION_REQUIRED;
                            case SUCCEEDED -> captured(books, cancelled);
                        });
    }

    private static PaymentStatus captured(World.Gateway books, boolean cancelled) {
        if (!cancelled) {
            return PaymentStatus.PAID;
        }
        return books.keepsMoney() ? PaymentStatus.REFUND_FAILED : PaymentStatus.REFUNDED;
    }

    private static void assertTold(World end) {
        PaymentFacts facts = end.facts();
        assertThat(end.told().contains("PaymentSucceeded"))
                .isEqualTo(facts.answer() instanceof Captured);
        assertThat(end.told().contains("PaymentFailed"))
                .isEqualTo(facts.answer() instanceof Declined);
        if (facts.status() == PaymentStatus.REFUNDED) {
            assertThat(end.told()).contains("PaymentRefunded");
        }
    }

    /// Without the memory of a refund that was told and failed later.
    private static PaymentFacts plain(PaymentFacts facts) {
        return new PaymentFacts(
                facts.ordered(),
                facts.action(),
                facts.answer(),
                facts.cancelled(),
                new Refunds(facts.refunds().standing(), facts.refunds().failed()));
    }

    private static Move[] created() {
        return new Move[] {new OrderCreated(1), new OrderCreated(2)};
    }

    private static Move[] createdAndCancelled() {
        return new Move[] {
            new OrderCreated(1), new OrderCreated(2), new OrderCancelled(1), new OrderCancelled(2)
        };
    }
}
