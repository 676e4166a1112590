package dev.orderstream.payments.charging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.payments.charging.World.Card;
import dev.orderstream.payments.charging.World.Heard;
import dev.orderstream.payments.charging.World.Move;
import dev.orderstream.payments.charging.World.OrderCancelled;
import dev.orderstream.payments.charging.World.OrderCreated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The diagram on the page is what the code does, whatever comes in whatever order.
class LifecyclePageTest {

    private static final Path PAGE = Path.of("../docs/reference/lifecycle.md");

    @Test
    void theDiagramShowsEachTurnThatAPaymentCanTakeAndNoOther() throws IOException {
        List<String> shown =
                Files.readAllLines(PAGE).stream()
                        .dropWhile(line -> !line.equals("## payments-service"))
                        .skip(1)
                        .takeWhile(line -> !line.startsWith("## "))
                        .map(String::strip)
                        .filter(line -> line.contains("-->"))
                        .toList();

        assertThat(shown).containsExactlyElementsOf(turns());
    }

    private static Set<String> turns() {
        Set<String> turns = new TreeSet<>();
        Set<World> seen = new HashSet<>();
        Deque<World> open = new ArrayDeque<>();
        for (Card card : Card.values()) {
            open.push(
                    World.with(
                            card, PaymentFacts::with, new OrderCreated(1), new OrderCancelled(1)));
        }
        while (!open.isEmpty()) {
            World world = open.pop();
            if (seen.add(world)) {
                world.moves().stream()
                        .filter(world::isDue)
                        .forEach(move -> open.push(noted(turns, world, move)));
            }
        }
        return turns;
    }

    private static World noted(Set<String> turns, World before, Move move) {
        World after = before.after(move);
        String from = state(before.facts());
        String to = state(after.facts());
        if (!from.equals(to)) {
            turns.add(from + " --> " + to + ": " + fact(move));
        }
        return after;
    }

    private static String state(PaymentFacts facts) {
        return facts.equals(PaymentFacts.NONE) ? "[*]" : facts.status().name();
    }

    private static String fact(Move move) {
        return move instanceof Heard(var said, var _)
                ? said.getClass().getSimpleName()
                : move.getClass().getSimpleName();
    }
}
