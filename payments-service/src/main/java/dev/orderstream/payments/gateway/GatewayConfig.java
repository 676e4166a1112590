package dev.orderstream.payments.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// Where the card gateway is and how long it may take.
@ConfigMapping(prefix = "orderstream.gateway")
public interface GatewayConfig {

    /// The base address of the gateway's API, without a path.
    URI url();

    /// The secret API key.
    String apiKey();

    /// How long a connection may take to be made.
    @WithDefault("PT1S")
    Duration connectTimeout();

    /// How long the gateway may be silent before its answer counts as unknown.
    @WithDefault("PT5S")
    Duration readTimeout();

    /// How long a whole answer may take, however steadily it drips; two of them must fit into a
    /// lease.
    @WithDefault("PT10S")
    Duration answerTimeout();

    /// The storefront's base address: customers come back to it from their bank's page.
    URI storefrontUrl();

    /// The signing secrets of our webhook endpoint: several while one takes another's place.
    List<String> webhookSecrets();

    /// A webhook that was signed longer ago is refused.
    @WithDefault("PT5M")
    Duration webhookTolerance();

    /// How long the ids of webhooks that taught us something are kept; the gateway repeats one for
    /// three days.
    @WithDefault("P14D")
    Duration webhookRetention();

    /// So many idle connections are kept for the next calls.
    @WithDefault("64")
    int connections();
}
