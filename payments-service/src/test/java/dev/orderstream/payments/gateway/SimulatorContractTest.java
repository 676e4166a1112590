package dev.orderstream.payments.gateway;

import com.stripe.StripeClient;
import dev.orderstream.localstack.gateway.GatewaySimulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// The simulator keeps the contract.
class SimulatorContractTest extends GatewayContract {

    @TempDir static Path data;

    private static GatewaySimulator simulator;
    private static StripeClient stripe;

    @BeforeAll
    static void open() throws IOException {
        simulator =
                GatewaySimulator.start(
                        new GatewaySimulator.Options(
                                "127.0.0.1", 0, data, TestGatewayConfig.KEY, "whsec_test"));
        stripe =
                StripeClients.client(
                        TestGatewayConfig.at(URI.create("http://127.0.0.1:" + simulator.port())));
    }

    @AfterAll
    static void close() throws IOException {
        simulator.close();
    }

    @Override
    StripeClient stripe() {
        return stripe;
    }
}
