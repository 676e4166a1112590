package dev.orderstream.localstack.launcher;

import dev.orderstream.localstack.Replica;
import dev.orderstream.localstack.StackException;
import dev.orderstream.localstack.home.Home;
import dev.orderstream.localstack.home.Ports;
import dev.orderstream.localstack.home.SecretFiles;
import dev.orderstream.localstack.home.Secrets;
import dev.orderstream.localstack.kafka.Sasl;
import dev.orderstream.localstack.process.PrivateFiles;
import dev.orderstream.localstack.process.ShellWord;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// The environment variables by which a service finds its parts of this stack.
final class ServiceEnvironment {

    private static final String HOST = LaunchOptions.HOST;

    private final Home home;
    private final Ports ports;
    private final Secrets secrets;

    ServiceEnvironment(Home home, Ports ports, Secrets secrets) {
        this.home = home;
        this.ports = ports;
        this.secrets = secrets;
    }

    Map<String, String> of(Replica replica) {
        var variables = common(replica);
        switch (replica.service()) {
            case ORDERS_SERVICE ->
                    variables.put("SIGN_IN_URL", "http://" + HOST + ":" + ports.of("identity"));
            case PAYMENTS_SERVICE -> {
                variables.put("GATEWAY_URL", "http://" + HOST + ":" + ports.of("gateway"));
                variables.put("GATEWAY_API_KEY", secrets.gatewayApiKey());
                variables.put("GATEWAY_WEBHOOK_SECRETS", secrets.gatewayWebhookSecret());
                variables.put("STOREFRONT_URL", "http://" + HOST + ":" + ports.of("orders"));
                // Nobody watches a demo for an hour.
                variables.put("ACTION_EXPIRES_AFTER", "PT1M");
            }
            case EMAIL_SERVICE -> {
                variables.put("SMTP_HOST", HOST);
                variables.put("SMTP_PORT", port("smtp"));
                variables.put("STOREFRONT_URL", "http://" + HOST + ":" + ports.of("orders"));
            }
            case SHIPPING_SERVICE -> {
                variables.put("DELIVERY_AFTER", "PT5S");
                variables.put("CARRIER_GIVE_UP_AFTER", "PT20S");
            }
        }
        return variables;
    }

    /// Writes the variables to a file that an IDE or a shell can read.
    void write(Replica replica) {
        var file = home.environment(replica.processName());
        var lines =
                of(replica).entrySet().stream()
                        .map(variable ->
                                variable.getKey() + "=" + ShellWord.of(variable.getValue()))
                        .collect(Collectors.joining("\n", "", "\n"));
        try {
            PrivateFiles.directory(home.data("env"));
            PrivateFiles.write(file, lines);
        } catch (IOException e) {
            throw new StackException("Could not write " + file + ": " + e.getMessage(), e);
        }
    }

    private Map<String, String> common(Replica replica) {
        var service = replica.service();
        var database = service.database();
        var variables = new LinkedHashMap<String, String>();
        variables.put("HTTP_HOST", HOST);
        variables.put("HTTP_PORT", port(replica.portName()));
        variables.put(
                "DATABASE_URL",
                "jdbc:postgresql://%s:%s/%s".formatted(HOST, port("postgres"), database));
        variables.put("DATABASE_USER", database);
        variables.put("DATABASE_PASSWORD", secrets.postgres(database));
        variables.put("KAFKA_BOOTSTRAP_SERVERS", HOST + ":" + ports.of("kafka"));
        variables.put("KAFKA_SECURITY_PROTOCOL", Sasl.PROTOCOL);
        variables.put("KAFKA_USER", service.serviceName());
        variables.put("KAFKA_PASSWORD", secrets.kafka(service.serviceName()));
        variables.put("JWT_PUBLIC_KEY", new SecretFiles(home).jwtPublicKey().toUri().toString());
        variables.put("JWT_ISSUER", "https://orderstream.local");
        return variables;
    }

    private String port(String name) {
        return Integer.toString(ports.of(name));
    }
}
