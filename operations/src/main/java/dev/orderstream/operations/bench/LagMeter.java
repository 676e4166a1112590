package dev.orderstream.operations.bench;

import dev.orderstream.operations.console.CommandFailure;
import dev.orderstream.operations.stack.Broker;
import dev.orderstream.operations.stack.Databases;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// Reads how much work is waiting: for consumers, for workers and for the relay.
final class LagMeter implements AutoCloseable {

    private static final List<String> GROUPS =
            List.of("orders-service", "payments-service", "email-service", "shipping-service");
    private static final List<String> DATABASES =
            List.of("orders", "payments", "email", "shipping");

    private final Admin admin;
    private final Databases databases;

    LagMeter(Broker broker, Databases databases) {
        this.admin = broker.admin();
        this.databases = databases;
    }

    Lag read() throws SQLException, InterruptedException {
        return new Lag(records(), effects(), relay());
    }

    private Map<String, Long> records() throws InterruptedException {
        Map<String, Long> records = new TreeMap<>();
        for (String group : GROUPS) {
            records.put(group, records(group));
        }
        return records;
    }

    private long records(String group) throws InterruptedException {
        try {
            ListConsumerGroupOffsetsResult committed = admin.listConsumerGroupOffsets(group);
            Map<TopicPartition, OffsetAndMetadata> offsets =
                    committed.partitionsToOffsetAndMetadata().get();
            Map<TopicPartition, ListOffsetsResultInfo> ends =
                    admin.listOffsets(
                                    offsets.keySet().stream()
                                            .collect(
                                                    Collectors.toMap(
                                                            partition -> partition,
                                                            unused -> OffsetSpec.latest())))
                            .all()
                            .get();
            return behind(offsets, ends);
        } catch (ExecutionException e) {
            throw CommandFailure.failed("The lag of " + group + " cannot be read: " + e.getCause());
        }
    }

    private static long behind(
            Map<TopicPartition, OffsetAndMetadata> offsets,
            Map<TopicPartition, ListOffsetsResultInfo> ends) {
        long lag = 0;
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end : ends.entrySet()) {
            OffsetAndMetadata offset = offsets.get(end.getKey());
            lag += offset == null ? 0 : Math.max(0, end.getValue().offset() - offset.offset());
        }
        return lag;
    }

    private Map<String, Long> effects() throws SQLException {
        Map<String, Long> effects = new TreeMap<>();
        for (String database : DATABASES) {
            databases.forEach(
                    database,
                    """
                    SELECT count(*) FROM effect
                    WHERE done_at IS NULL AND (state = 'RUNNING' OR next_attempt_at <= now())
                    """,
                    row -> effects.put(database, row.getLong(1)));
        }
        return effects;
    }

    private Map<String, Long> relay() throws SQLException {
        Map<String, Long> bytes = new TreeMap<>();
        databases.forEach(
                DATABASES.getFirst(),
                """
                SELECT slot_name, pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn)::bigint
                FROM pg_replication_slots WHERE slot_type = 'logical'
                """,
                row -> bytes.put(row.getString(1), row.getLong(2)));
        return bytes;
    }

    @Override
    public void close() {
        admin.close();
    }
}
