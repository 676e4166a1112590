package dev.orderstream.payments.gateway;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/// Makes the official client, set up as this service uses it.
@ApplicationScoped
class StripeClients {

    @Produces
    @ApplicationScoped
    static PaymentGateway gateway(GatewayConfig config) {
        return new StripeGateway(client(config), config.storefrontUrl());
    }

    static StripeClient client(GatewayConfig config) {
        Stripe.enableTelemetry = false;
        // The JDK keeps five idle connections to a host and reads this once, before the first call.
        System.setProperty("http.maxConnections", Integer.toString(config.connections()));
        return StripeClient.builder()
                .setApiBase(config.url().toString())
                .setApiKey(config.apiKey())
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
                .setReadTimeout(Math.toIntExact(config.readTimeout().toMillis()))
                // Effects are repeated by their own worker, which survives a crash.
                .setMaxNetworkRetries(0)
                .setHttpClient(new StripeHttp(config.answerTimeout()))
                .build();
    }
}
