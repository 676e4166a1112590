package dev.orderstream.localstack.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {

    @TempDir private Path directory;

    private Home home() {
        return new Home(directory.resolve("home"));
    }

    @Test
    void aSecondStartHasTheSameSecrets() {
        var first = new SecretFiles(home()).loadOrMake();

        assertThat(new SecretFiles(home()).loadOrMake()).isEqualTo(first);
    }

    @Test
    void noTwoSecretsAreAlike() {
        assertThat(new SecretFiles(home()).loadOrMake().values().values()).doesNotHaveDuplicates();
    }

    @Test
    void onlyTheOwnerCanReadThem() throws Exception {
        new SecretFiles(home()).loadOrMake();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home().secrets())))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(home().secrets())) {
            assertThat(files)
                    .hasSize(3)
                    .allSatisfy(file ->
                            assertThat(
                                            PosixFilePermissions.toString(
                                                    Files.getPosixFilePermissions(file)))
                                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void keysAreMarkedAsTheGatewayMarksItsTestKeys() {
        var secrets = new SecretFiles(home()).loadOrMake();

        assertThat(secrets.gatewayApiKey()).startsWith("sk_test_");
        assertThat(secrets.gatewayWebhookSecret()).startsWith("whsec_");
    }
}
