package dev.orderstream.email.composing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.email.testing.LifecyclePage;
import dev.orderstream.events.EmailOccasion;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The page shows how a mail comes to be asked for; `DeliveryTest` sees to the rest of it.
class MailLifecycleTest {

    private static final String BEGIN = "[*]";

    @Test
    void thePageShowsEachWayToAMailAndNoOther() {
        Set<String> shown = new TreeSet<>(LifecyclePage.edges("email-service"));
        shown.removeIf(edge -> edge.startsWith(MailState.REQUESTED.name()));

        assertThat(shown).isEqualTo(explored());
    }

    /// Every transition between any two sets of what an order can know.
    private static Set<String> explored() {
        Set<String> edges = new TreeSet<>();
        var start = MailOrder.unknown(Telling.ORDER);
        Set<MailOrder> seen = new HashSet<>(List.of(start));
        var open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            MailOrder before = open.remove();
            for (Telling event : Telling.values()) {
                MailOrder after = Telling.learn(before, event).order();
                for (EmailOccasion occasion : EmailOccasion.values()) {
                    String from = state(before, occasion);
                    String to = state(after, occasion);
                    if (!from.equals(to)) {
                        String fact = from.equals(BEGIN) ? "Turn" : "OrderDetails";
                        edges.add(from + " --> " + to + ": " + fact);
                    }
                }
                if (seen.add(after)) {
                    open.add(after);
                }
            }
        }
        return edges;
    }

    private static String state(MailOrder order, EmailOccasion occasion) {
        return order.state(occasion).map(MailState::name).orElse(BEGIN);
    }
}
