package dev.orderstream.operations.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderstream.operations.following.Seen;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An order is followed until nothing more happens to it, whatever becomes of the database.
class OpenOrdersTest {

    private static final UUID DELIVERED = new UUID(1, 1);
    private static final UUID DISPATCHED = new UUID(1, 2);
    private static final UUID CANCELLED = new UUID(1, 3);
    private static final UUID PAID = new UUID(1, 4);
    private static final Map<UUID, Seen> STATES =
            Map.of(
                    DELIVERED, seen("DELIVERED"),
                    DISPATCHED, seen("DISPATCHED"),
                    CANCELLED, seen("CANCELLED"),
                    PAID, seen("PAID"));

    private Set<UUID> awaitingDelivery = Set.of();
    private Set<UUID> withdrawn = Set.of();
    private boolean paymentsAway;
    private final OpenOrders open = new OpenOrders(_ -> awaitingDelivery, _ -> withdrawnOrAway());

    @BeforeEach
    void allAreFollowed() {
        STATES.keySet().forEach(open::add);
    }

    @Test
    void whatWaitsForItsDeliveryOrItsPaymentIsFollowed() throws SQLException {
        awaitingDelivery = Set.of(DISPATCHED);

        open.update(STATES);

        assertThat(open.ids()).containsExactlyInAnyOrder(DISPATCHED, CANCELLED, PAID);
    }

    @Test
    void whatWaitsForNothingIsNot() throws SQLException {
        withdrawn = Set.of(CANCELLED);

        open.update(STATES);

        assertThat(open.ids()).containsExactly(PAID);
    }

    @Test
    void aDatabaseThatGoesAwayBetweenTwoQueriesEndsNoOrder() {
        paymentsAway = true;

        assertThatThrownBy(() -> open.update(STATES)).isInstanceOf(SQLException.class);

        assertThat(open.ids()).containsExactlyInAnyOrderElementsOf(STATES.keySet());
    }

    private Set<UUID> withdrawnOrAway() throws SQLException {
        if (paymentsAway) {
            throw new SQLException("away");
        }
        return withdrawn;
    }

    private static Seen seen(String status) {
        return new Seen(status, 2, 2, false);
    }
}
