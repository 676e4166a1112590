package dev.orderstream.localstack.launcher;

import dev.orderstream.localstack.StackException;
import dev.orderstream.localstack.home.Home;
import dev.orderstream.localstack.home.Ports;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.Collection;
import java.util.Map;

/// Asks the machine, before anything is started, for what a start needs.
final class Preflight {

    private static final long FREE_BYTES_MIN = 1L << 30;

    private static final Map<String, String> USED_FOR =
            Map.ofEntries(
                    Map.entry("orders", "orders-service"),
                    Map.entry("payments", "payments-service"),
                    Map.entry("email", "email-service"),
                    Map.entry("shipping", "shipping-service"),
                    Map.entry("orders-2", "the second orders-service"),
                    Map.entry("payments-2", "the second payments-service"),
                    Map.entry("email-2", "the second email-service"),
                    Map.entry("shipping-2", "the second shipping-service"),
                    Map.entry("gateway", "the gateway simulator"),
                    Map.entry("identity", "the identity provider"),
                    Map.entry("smtp", "the mail catcher's SMTP"),
                    Map.entry("mail", "the mail catcher's inbox page"),
                    Map.entry("postgres", "PostgreSQL"),
                    Map.entry("kafka", "Kafka"),
                    Map.entry("kafka-controller", "Kafka's controller"),
                    Map.entry("connect", "Kafka Connect"));

    private Preflight() {}

    static void diskSpace(Home home) {
        try {
            var free = Files.getFileStore(home.root()).getUsableSpace();
            if (free < FREE_BYTES_MIN) {
                throw new StackException(
                        "%s has %d MB free; Orderstream needs at least %d MB there"
                                .formatted(home.root(), free >> 20, FREE_BYTES_MIN >> 20));
            }
        } catch (IOException e) {
            throw new StackException(
                    "Could not look at the disk of " + home.root() + ": " + e.getMessage(), e);
        }
    }

    /// The console's port is not the launcher's to use.
    ///
    /// @param unused the ports of what is left out
    static void portsFree(Ports ports, Collection<String> unused) {
        ports.byName()
                .forEach((name, port) -> {
                    if (USED_FOR.containsKey(name) && !unused.contains(name) && taken(port)) {
                        throw new StackException(
                                ("Port %d, for %s, is taken by another program: stop that program,"
                                                + " or move all ports with --port-offset %d")
                                        .formatted(port, USED_FOR.get(name), ports.offset() + 100));
                    }
                });
    }

    private static boolean taken(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(LaunchOptions.HOST, port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
