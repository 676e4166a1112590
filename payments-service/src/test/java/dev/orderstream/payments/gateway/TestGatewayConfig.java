package dev.orderstream.payments.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/// A gateway at this address, with little patience.
record TestGatewayConfig(URI url, String apiKey, Duration readTimeout) implements GatewayConfig {

    static final String KEY = "sk_test_orderstream";

    static TestGatewayConfig at(URI url) {
        return new TestGatewayConfig(url, KEY, Duration.ofSeconds(5));
    }

    TestGatewayConfig withKey(String other) {
        return new TestGatewayConfig(url, other, readTimeout);
    }

    TestGatewayConfig withReadTimeout(Duration other) {
        return new TestGatewayConfig(url, apiKey, other);
    }

    PaymentGateway gateway() {
        return new StripeGateway(StripeClients.client(this), storefrontUrl());
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration answerTimeout() {
        return Duration.ofSeconds(1);
    }

    @Override
    public int connections() {
        return 64;
    }

    @Override
    public URI storefrontUrl() {
        return URI.create("http://127.0.0.1:8080");
    }

    @Override
    public List<String> webhookSecrets() {
        return List.of("whsec_old", "whsec_new");
    }

    @Override
    public Duration webhookTolerance() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Duration webhookRetention() {
        return Duration.ofDays(14);
    }
}
