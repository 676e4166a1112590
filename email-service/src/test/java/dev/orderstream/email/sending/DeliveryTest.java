package dev.orderstream.email.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.email.composing.MailState;
import dev.orderstream.email.testing.LifecyclePage;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What becomes of a mail that is sent is what the page of lifecycles shows.
class DeliveryTest {

    private static final List<Delivery> ALL =
            List.of(
                    new Delivery.Accepted(),
                    new Delivery.Refused("550"),
                    new Delivery.NotNow("451"),
                    new Delivery.Unknown("no reply"));

    @Test
    void eachKindIsLookedAt() {
        assertThat(ALL)
                .hasSize(Delivery.class.getPermittedSubclasses().length)
                .doesNotHaveDuplicates();
    }

    @Test
    void thePageShowsEachWayThatAMailCanEndAndNoOther() {
        Set<String> shown = new TreeSet<>(LifecyclePage.edges("email-service"));
        shown.removeIf(edge -> !edge.startsWith(MailState.REQUESTED.name()));

        Set<String> possible =
                ALL.stream()
                        .filter(delivery -> delivery.state() != MailState.REQUESTED)
                        .map(delivery ->
                                MailState.REQUESTED
                                        + " --> "
                                        + delivery.state()
                                        + ": "
                                        + delivery.getClass().getSimpleName())
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(shown).isEqualTo(possible);
    }
}
