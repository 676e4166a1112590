package dev.orderstream.localstack.container;

import dev.orderstream.localstack.StackException;
import dev.orderstream.localstack.gateway.GatewaySimulator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// The card gateway simulator on its own, until it is ended.
public final class Gateway {

    private Gateway() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            var gateway = start(new Environment(System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(gateway), "close"));
            System.err.println("The card gateway simulator listens on port " + gateway.port());
            new CountDownLatch(1).await();
        } catch (IOException | StackException e) {
            System.err.println("The card gateway simulator does not start: " + e.getMessage());
            System.exit(1);
        }
    }

    private static GatewaySimulator start(Environment environment) throws IOException {
        var options =
                new GatewaySimulator.Options(
                        environment.get("HTTP_HOST"),
                        environment.number("HTTP_PORT"),
                        Path.of(environment.get("GATEWAY_DATA")),
                        environment.get("GATEWAY_API_KEY"),
                        environment.get("GATEWAY_WEBHOOK_SECRET"));
        var gateway = GatewaySimulator.start(options, environment.get("GATEWAY_ADDRESS"));
        gateway.registerPaymentsService(environment.get("PAYMENTS_URL"));
        return gateway;
    }

    private static void close(GatewaySimulator gateway) {
        try {
            gateway.close();
        } catch (IOException e) {
            System.err.println("The card gateway simulator lost something: " + e.getMessage());
        }
    }
}
