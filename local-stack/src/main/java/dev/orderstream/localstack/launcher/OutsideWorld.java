package dev.orderstream.localstack.launcher;

import dev.orderstream.localstack.StackException;
import dev.orderstream.localstack.gateway.GatewaySimulator;
import dev.orderstream.localstack.home.Secrets;
import dev.orderstream.localstack.mail.MailCatcher;
import java.io.IOException;

/// What a shop does not own: the card gateway and the customers' mailboxes. Lives in the launcher.
record OutsideWorld(GatewaySimulator gateway, MailCatcher mail) {

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
            var mail =
                    MailCatcher.start(
                            new MailCatcher.Options(
                                    LaunchOptions.HOST,
                                    ports.of("smtp"),
                                    ports.of("mail"),
                                    home.data("mail")));
            return new OutsideWorld(gateway, mail);
        } catch (IOException e) {
            throw new StackException(
                    "Could not start the gateway simulator and mail catcher: " + e.getMessage(), e);
        }
    }

    void close() {
        try {
            gateway.close();
            mail.close();
        } catch (IOException e) {
            throw new StackException(
                    "Could not stop the gateway simulator and mail catcher: " + e.getMessage(), e);
        }
    }
}
