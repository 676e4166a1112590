package dev.orderstream.localstack.launcher;

import dev.orderstream.localstack.connect.ConnectServer;
import dev.orderstream.localstack.connect.ConnectSettings;
import dev.orderstream.localstack.connect.RelayDatabase;
import dev.orderstream.localstack.home.Home;
import dev.orderstream.localstack.home.Secrets;
import dev.orderstream.localstack.kafka.KafkaServer;
import dev.orderstream.localstack.kafka.KafkaSettings;
import dev.orderstream.localstack.kafka.KafkaUser;
import dev.orderstream.localstack.postgres.PostgresBinaries;
import dev.orderstream.localstack.postgres.PostgresProvisioning;
import dev.orderstream.localstack.postgres.PostgresServer;
import dev.orderstream.localstack.postgres.PostgresSettings;
import java.util.ArrayList;
import java.util.List;

/// PostgreSQL, Kafka and Connect of one local stack, secured with its secrets.
record Infrastructure(PostgresServer postgres, KafkaServer kafka, ConnectServer connect) {

    private static final String HOST = LaunchOptions.HOST;
    private static final int KAFKA_HEAP_MB = 512;
    private static final int CONNECT_HEAP_MB = 384;

    static Infrastructure of(LaunchOptions options, Secrets secrets) {
        var kafka = kafka(options, secrets);
        return new Infrastructure(
                postgres(options, secrets), kafka, connect(options, secrets, kafka));
    }

    private static PostgresServer postgres(LaunchOptions options, Secrets secrets) {
        var home = options.home();
        return new PostgresServer(
                new PostgresSettings(
                        PostgresBinaries.unpacked(options.installation()),
                        home.data("postgres"),
                        home.log("postgres"),
                        HOST,
                        options.ports().of("postgres"),
                        secrets.postgres(PostgresSettings.SUPERUSER)));
    }

    private static KafkaServer kafka(LaunchOptions options, Secrets secrets) {
        var home = options.home();
        return new KafkaServer(
                new KafkaSettings(
                        options.installation().classPath(),
                        jvm(home, "kafka", KAFKA_HEAP_MB),
                        home.data("kafka"),
                        home.log("kafka"),
                        HOST,
                        options.ports().of("kafka"),
                        options.ports().of("kafka-controller"),
                        secrets.kafkaPasswords()));
    }

    private static ConnectServer connect(
            LaunchOptions options, Secrets secrets, KafkaServer kafka) {
        var home = options.home();
        var replicator = PostgresProvisioning.REPLICATOR;
        return new ConnectServer(
                new ConnectSettings(
                        options.installation().classPath(),
                        jvm(home, "connect", CONNECT_HEAP_MB),
                        home.data("connect"),
                        home.log("connect"),
                        HOST,
                        options.ports().of("connect"),
                        kafka.client(KafkaUser.CONNECT),
                        new RelayDatabase(
                                HOST,
                                options.ports().of("postgres"),
                                replicator,
                                secrets.postgres(replicator))));
    }

    private static List<String> jvm(Home home, String process, int heapMegabytes) {
        var options = new ArrayList<>(JvmOptions.of(home, process, heapMegabytes));
        options.add("-Djava.util.logging.config.file=" + LogFormat.file(home));
        return options;
    }
}
