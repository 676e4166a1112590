package dev.orderstream.localstack.launcher;

import dev.orderstream.localstack.Installation;
import dev.orderstream.localstack.Replica;
import dev.orderstream.localstack.Service;
import dev.orderstream.localstack.home.Home;
import dev.orderstream.localstack.home.Ports;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What to start, from where, and on which ports.
///
/// @param replicas how many processes each service gets
public record LaunchOptions(
        Installation installation, Home home, Ports ports, List<Service> without, int replicas) {

    public static final String HOST = "127.0.0.1";

    public LaunchOptions {
        without = List.copyOf(without);
    }

    List<Service> services() {
        return Arrays.stream(Service.values())
                .filter(service -> !without.contains(service))
                .toList();
    }

    List<Replica> processes() {
        return Replica.all(replicas)
                .filter(replica -> !without.contains(replica.service()))
                .toList();
    }

    /// The ports that nothing of this stack listens on.
    Set<String> unusedPorts() {
        var unused =
                Replica.all(Replica.COUNT_MAX)
                        .map(Replica::portName)
                        .collect(Collectors.toCollection(HashSet::new));
        processes().forEach(replica -> unused.remove(replica.portName()));
        return unused;
    }
}
