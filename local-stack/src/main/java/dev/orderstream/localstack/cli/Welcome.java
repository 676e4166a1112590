package dev.orderstream.localstack.cli;

import dev.orderstream.localstack.Service;
import dev.orderstream.localstack.launcher.Addresses;
import dev.orderstream.localstack.launcher.LaunchOptions;
import dev.orderstream.localstack.process.ShellWord;
import java.nio.file.Path;

/// What a person needs to know once everything is ready.
final class Welcome {

    private Welcome() {}

    static String of(LaunchOptions options) {
        var addresses = new Addresses(options.ports().byName());
        var text =
                new StringBuilder(
                        """

                        Orderstream is ready.

                          storefront (page and API)  %s
                          customers' mailboxes       %s
                          card gateway (simulator)   %s
                          sign-in (simulator)        %s
                          payments, email, shipping  %s  %s  %s
                          PostgreSQL, Kafka          %s  %s
                          logs                       %s

                        """
                                .formatted(
                                        addresses.url("orders"),
                                        addresses.url("mail"),
                                        addresses.url("gateway"),
                                        addresses.url("identity"),
                                        addresses.url("payments"),
                                        addresses.url("email"),
                                        addresses.url("shipping"),
                                        addresses.hostAndPort("postgres"),
                                        addresses.hostAndPort("kafka"),
                                        options.home().data("logs")));
        for (var service : options.without()) {
            text.append(leftOut(service, options.home().environment(service.serviceName())));
        }
        return text.append("Next: ./orderstream demo").toString();
    }

    private static String leftOut(Service service, Path environment) {
        var name = service.serviceName();
        return """
        %s is left out. Run it with the variables of %s:
          (set -a; . %s; mvn -pl %s -am quarkus:dev)

        """
                .formatted(name, environment, ShellWord.of(environment.toString()), name);
    }
}
