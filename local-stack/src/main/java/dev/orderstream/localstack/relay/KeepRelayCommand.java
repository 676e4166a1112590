package dev.orderstream.localstack.relay;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Keeps the connectors of a directory registered and running until it is ended.
@Command(
        name = "relay-keeper",
        description = "Keeps the outbox connectors registered and running.",
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
        new RelayKeeper(new ConnectApi(connect), directory, System.err::println).run();
        return 0;
    }
}
