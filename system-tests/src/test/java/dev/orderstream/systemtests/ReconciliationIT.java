package dev.orderstream.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.events.Money;
import dev.orderstream.operations.following.OrderStates;
import dev.orderstream.operations.reconcile.AcceptedOrder;
import dev.orderstream.operations.reconcile.Difference;
import dev.orderstream.operations.reconcile.Reconciliation;
import dev.orderstream.operations.stack.Home;
import dev.orderstream.operations.stack.Stack;
import dev.orderstream.operations.stack.StackFile;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rows that should not be there are found where the services keep theirs.
@ExtendWith(SharedStack.class)
class ReconciliationIT {

    private static final String PLANT_CALL =
            """
            INSERT INTO effect (id, kind, order_id, subject, state, next_attempt_at)
            VALUES (gen_random_uuid(), ?, ?, 'planted', 'PENDING', now() + interval '1 hour')
            """;
    private static final String PLANT_ORDER =
            """
            INSERT INTO customer_order (owner, id, placed_at, content, currency, total_minor)
            VALUES (?, ?, now(), '{}', 'GBP', 1)
            """;
    private static final String PLANT_KEY =
            """
            INSERT INTO idempotency_key (owner, key, request_hash, order_id, created_at)
            VALUES (?, 'planted', '', ?, now())
            """;

    private final UUID order = UUID.randomUUID();

    @ParameterizedTest
    @CsvSource({"payments,charge", "shipping,dispatch", "email,mail"})
    void aCallThatIsStillToBeMadeIsADifference(String database, String kind, RunningStack running)
            throws Exception {
        try (Connection connection = connection(running, database)) {
            update(connection, PLANT_CALL, kind, order);

            assertThat(openCalls(running)).containsExactly("[" + kind + " planted PENDING]");

            update(connection, "DELETE FROM effect WHERE kind = ? AND order_id = ?", kind, order);
            assertThat(openCalls(running)).isEmpty();
        }
    }

    @Test
    void aClockThatGoesOnIsNone(RunningStack running) throws Exception {
        try (Connection connection = connection(running, "shipping")) {
            update(connection, PLANT_CALL, "hand-over", order);

            assertThat(openCalls(running)).isEmpty();

            update(
                    connection,
                    "DELETE FROM effect WHERE kind = ? AND order_id = ?",
                    "hand-over",
                    order);
        }
    }

    @Test
    void anOrderBesideItsKeyIsFound(RunningStack running) throws Exception {
        OrderStates states = new OrderStates(stack(running).databases());
        Instant since = Instant.now().minusSeconds(60);
        String owner = "owner-" + order;
        try (Connection connection = connection(running, "orders")) {
            update(connection, PLANT_ORDER, owner, order);
            assertThat(states.withoutKey(owner, since)).containsExactly(order);
            assertThat(states.withoutKey(owner, Instant.now().plusSeconds(60))).isEmpty();

            update(connection, PLANT_KEY, owner, order);
            assertThat(states.withoutKey(owner, since)).isEmpty();

            update(
                    connection,
                    "DELETE FROM idempotency_key WHERE owner = ? AND order_id = ?",
                    owner,
                    order);
            update(
                    connection,
                    "DELETE FROM customer_order WHERE owner = ? AND id = ?",
                    owner,
                    order);
        }
    }

    private List<String> openCalls(RunningStack running)
            throws IOException, SQLException, InterruptedException {
        return new Reconciliation(stack(running), Instant.now())
                        .run(List.of(new AcceptedOrder(order, new Money(1, "GBP"))), Set.of())
                        .differences()
                        .stream()
                        .filter(difference -> difference.rule().equals("call-open"))
                        .map(Difference::found)
                        .toList();
    }

    private static Stack stack(RunningStack running) {
        return StackFile.read(new Home(running.home()));
    }

    private static void update(Connection connection, String sql, String text, UUID order)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, text);
            statement.setObject(2, order);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private static Connection connection(RunningStack running, String database)
            throws IOException, SQLException {
        Properties secrets = new Properties();
        secrets.load(new StringReader(new Home(running.home()).read("secrets/secrets.properties")));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s"
                        .formatted(running.address("postgres").getPort(), database),
                database,
                secrets.getProperty("pg." + database));
    }
}
