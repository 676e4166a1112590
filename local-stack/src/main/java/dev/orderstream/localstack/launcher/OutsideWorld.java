package dev.orderstream.localstack.launcher;

import dev.orderstream.localstack.StackException;
import dev.orderstream.localstack.gateway.GatewaySimulator;
import dev.orderstream.localstack.home.Ports;
import dev.orderstream.localstack.home.SecretFiles;
import dev.orderstream.localstack.home.Secrets;
import dev.orderstream.localstack.identity.IdentityProvider;
import dev.orderstream.localstack.mail.MailCatcher;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a shop does not own: the card gateway, the identity provider and the customers' mailboxes.
/// Lives in the launcher.
record OutsideWorld(GatewaySimulator gateway, IdentityProvider identity, MailCatcher mail) {

    static OutsideWorld start(LaunchOptions options, Secrets secrets) {
        var home = options.home();
        var ports = options.ports();
        try {
            var gateway =
                    GatewaySimulator.start(
                            new GatewaySimulator.Options(
                                    LaunchOptions.HOST,
                                    ports.of("gateway"),
                                    home.data("gateway"),
                                    secrets.gatewayApiKey(),
                                    secrets.gatewayWebhookSecret()));
            gateway.registerPaymentsService(
                    "http://" + LaunchOptions.HOST + ":" + ports.of("payments"));
            var identity =
                    IdentityProvider.start(
                            new IdentityProvider.Options(
                                    LaunchOptions.HOST,
                                    ports.of("identity"),
                                    new SecretFiles(home).jwtPrivateKey(),
                                    storefronts(ports)));
            var mail =
                    MailCatcher.start(
                            new MailCatcher.Options(
                                    LaunchOptions.HOST,
                                    ports.of("smtp"),
                                    ports.of("mail"),
                                    home.data("mail")));
            return new OutsideWorld(gateway, identity, mail);
        } catch (IOException e) {
            throw new StackException("Could not start the outside world: " + e.getMessage(), e);
        }
    }

    /// Where the storefront's page comes from.
    private static Set<String> storefronts(Ports ports) {
        return Stream.of("orders", "orders-2")
                .flatMap(port ->
                        Stream.of(LaunchOptions.HOST, "localhost")
                                .map(host -> "http://" + host + ":" + ports.of(port)))
                .collect(Collectors.toSet());
    }

    void close() {
        try (mail;
                identity;
                gateway) {
            // One that does not close keeps no other from being closed
        } catch (IOException e) {
            throw new StackException("Could not stop the outside world: " + e.getMessage(), e);
        }
    }
}
