package dev.orderstream.operations.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.events.Money;
import dev.orderstream.operations.reconcile.AcceptedOrder;
import dev.orderstream.operations.reconcile.Difference;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A demo of which nothing is accepted is none, and made-up orders are accepted.
class AcceptanceTest {

    private static final Answer ACCEPTED =
            new Answer.Accepted(new AcceptedOrder(new UUID(1, 1), new Money(695, "GBP")));
    private static final Answer REJECTED = new Answer.Rejected("too-bad");

    private final Posted posted = new Posted();

    @Test
    void aGeneratedOrderThatIsRejectedIsADifference() {
        posted.answered("key-0", ACCEPTED);
        posted.answered("key-1", REJECTED);

        assertThat(differences(true))
                .containsExactly(
                        new Difference("key-1", "generated-order-accepted", "accepted", "too-bad"));
        assertThat(posted.rejected()).isEqualTo(Map.of("too-bad", 1));
    }

    @Test
    void anInvoiceMayBeRejected() {
        posted.answered("key-0", ACCEPTED);
        posted.answered("key-1", REJECTED);

        assertThat(differences(false)).isEmpty();
    }

    @Test
    void noOrderAtAllIsADifference() {
        posted.answered("key-0", REJECTED);

        assertThat(differences(false))
                .containsExactly(
                        new Difference("all", "some-order-accepted", "at least 1", "none"));
        assertThat(differences(true)).hasSize(2);
    }

    private List<Difference> differences(boolean generated) {
        return Acceptance.differences(new DemoInput(List.of(), generated, 1, "key-"), posted);
    }
}
