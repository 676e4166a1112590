package dev.orderstream.localstack.relay;

import dev.orderstream.localstack.StackException;
import dev.orderstream.localstack.connect.RelayDatabase;
import dev.orderstream.localstack.container.Environment;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Keeps the connectors of a directory registered and running until it is ended.
@Command(
        name = "relay-keeper",
        description =
                "Keeps the outbox connectors registered and running, and their replication slots"
                        + " usable. Reads RELAY_DATABASE_HOST, _PORT, _USER and _PASSWORD.",
        mixinStandardHelpOptions = true)
final class KeepRelayCommand implements Callable<Integer> {

    @Option(
            names = "--connect",
            required = true,
            paramLabel = "URL",
            description = "Kafka Connect's REST address.")
    private String connect = "";

    @Option(names = "--dir", required = true, description = "Directory of connector files.")
    private Path directory = Path.of(".");

    @Override
    public Integer call() {
        var api = new ConnectApi(connect);
        RelayDatabase database;
        try {
            database = database();
        } catch (StackException e) {
            System.err.println("The relay is not kept: " + e.getMessage());
            return 1;
        }
        var slots = new SlotKeeper(api, database, System.err::println);
        Thread.ofPlatform().daemon().name("slot-keeper").start(slots::run);
        new RelayKeeper(api, directory, System.err::println).run();
        return 0;
    }

    private static RelayDatabase database() {
        var environment = new Environment(System.getenv());
        return new RelayDatabase(
                environment.get(RelayDatabase.PREFIX + "HOST"),
                environment.number(RelayDatabase.PREFIX + "PORT"),
                environment.get(RelayDatabase.PREFIX + "USER"),
                environment.get(RelayDatabase.PREFIX + "PASSWORD"));
    }
}
