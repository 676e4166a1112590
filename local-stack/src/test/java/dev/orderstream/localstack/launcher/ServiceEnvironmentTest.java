package dev.orderstream.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.localstack.Replica;
import dev.orderstream.localstack.Service;
import dev.orderstream.localstack.home.Home;
import dev.orderstream.localstack.home.Ports;
import dev.orderstream.localstack.home.SecretFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class ServiceEnvironmentTest {

    @TempDir private Path directory;

    private Home home;
    private ServiceEnvironment environment;

    @BeforeEach
    void prepare() {
        home = new Home(directory);
        environment =
                new ServiceEnvironment(home, new Ports(100), new SecretFiles(home).loadOrMake());
    }

    @Test
    void aServiceFindsItsOwnDatabaseBehindTheOffset() {
        assertThat(environment.of(new Replica(Service.EMAIL_SERVICE, 1)))
                .containsEntry("DATABASE_URL", "jdbc:postgresql://127.0.0.1:15532/email")
                .containsEntry("HTTP_PORT", "8182")
                .containsEntry("SMTP_PORT", "1125")
                .containsEntry("KAFKA_USER", "email-service");
    }

    @Test
    void noServiceKnowsTheSecretsOfAnother() {
        var orders = environment.of(new Replica(Service.ORDERS_SERVICE, 1));

        assertThat(
                        environment
                                .of(new Replica(Service.PAYMENTS_SERVICE, 1))
                                .get("DATABASE_PASSWORD"))
                .isNotEqualTo(orders.get("DATABASE_PASSWORD"));
        assertThat(orders).doesNotContainKey("GATEWAY_API_KEY");
    }

    @Test
    void theFileForAnIdeHoldsTheSame() throws Exception {
        environment.write(new Replica(Service.PAYMENTS_SERVICE, 1));

        assertThat(Files.readAllLines(home.environment("payments-service")))
                .containsExactlyElementsOf(
                        environment.of(new Replica(Service.PAYMENTS_SERVICE, 1)).entrySet().stream()
                                .map(variable -> variable.getKey() + "=" + variable.getValue())
                                .toList());
    }
}
