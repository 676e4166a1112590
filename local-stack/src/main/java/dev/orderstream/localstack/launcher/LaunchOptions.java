package dev.orderstream.localstack.launcher;

import dev.orderstream.localstack.Installation;
import dev.orderstream.localstack.Service;
import dev.orderstream.localstack.home.Home;
import dev.orderstream.localstack.home.Ports;
import java.util.Arrays;
import java.util.List;

/// What to start, from where, and on which ports.
public record LaunchOptions(
        Installation installation, Home home, Ports ports, List<Service> without) {

    public static final String HOST = "127.0.0.1";

    public LaunchOptions {
        without = List.copyOf(without);
    }

    List<Service> services() {
        return Arrays.stream(Service.values())
                .filter(service -> !without.contains(service))
                .toList();
    }
}
