package dev.orderstream.localstack.teststack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderstream.events.Topic;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestStackIT {

    private final TestStack stack = TestStack.start();

    @ParameterizedTest
    @CsvSource({
        "fsync,on",
        "wal_level,logical",
        "synchronous_commit,on",
        "password_encryption,scram-sha-256"
    })
    void postgresKeepsWhatItAcknowledged(String setting, String value) throws SQLException {
        assertThat(query("orders", "show " + setting)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "payments", "email", "shipping"})
    void eachServiceOwnsItsDatabase(String database) throws SQLException {
        assertThat(query(database, "select current_user || '@' || current_database()"))
                .isEqualTo(database + "@" + database);
    }

    @Test
    void committedRowsOutliveAKilledServer() throws SQLException {
        execute("create table if not exists survivor (id uuid)", "truncate survivor");
        execute("insert into survivor values (gen_random_uuid())");

        stack.kill(Part.POSTGRES);
        stack.restart(Part.POSTGRES);

        assertThat(query("orders", "select count(*) from survivor")).isEqualTo("1");
    }

    @Test
    void aKilledBrokerComesBackWithItsTopicsAndRecords() {
        send("before");

        stack.kill(Part.KAFKA);
        stack.restart(Part.KAFKA);

        send("after");
        assertThat(Broker.all(Topic.ORDERS.topicName()))
                .extracting(record -> new String(record.key(), StandardCharsets.UTF_8))
                .contains("before", "after");
    }

    @Test
    void aPartThatIsStoppedIsGoneUntilItIsRestarted() throws SQLException {
        stack.stop(Part.POSTGRES);

        assertThatThrownBy(() -> connection("orders")).isInstanceOf(SQLException.class);

        stack.restart(Part.POSTGRES);
        assertThat(query("orders", "select 1")).isEqualTo("1");
    }

    private static void send(String key) {
        var topic = Topic.ORDERS.topicName();
        Broker.send(
                List.of(
                        new ProducerRecord<>(
                                topic, EventRecords.bytes(key), EventRecords.bytes("{}"))));
    }

    private void execute(String... statements) throws SQLException {
        for (var sql : List.of(statements)) {
            try (var connection = connection("orders");
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    private String query(String database, String sql) throws SQLException {
        try (var connection = connection(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private java.sql.Connection connection(String database) throws SQLException {
        return DriverManager.getConnection(
                stack.jdbcUrl(database), stack.user(database), stack.password(database));
    }
}
