package dev.orderstream.payments.gateway;

import com.stripe.StripeClient;
import java.net.URI;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// The gateway itself keeps the contract; for whoever has a key of its test mode.
@EnabledIfEnvironmentVariable(named = "STRIPE_TEST_KEY", matches = "sk_test_.+")
class TestModeContractTest extends GatewayContract {

    private static final URI ADDRESS = URI.create("https://api.stripe.com");

    @Override
    StripeClient stripe() {
        return StripeClients.client(
                TestGatewayConfig.at(ADDRESS).withKey(System.getenv("STRIPE_TEST_KEY")));
    }
}
