package dev.orderstream.localstack.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.localstack.Installation;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Holds the database server of `docker-compose.yml` to the one of the local stack.
class ComposeDatabaseTest {

    private static final Set<String> ADDRESSES =
            Set.of("listen_addresses", "port", "unix_socket_directories");

    @Test
    void itsParametersAreThoseOfTheLocalStackButForAddresses() throws IOException {
        var file = Installation.find().root().resolve("deploy/compose/postgres/postgresql.conf");
        var compose = new Properties();
        compose.load(new StringReader(Files.readString(file)));
        var nowhere = Path.of("");

        var local = new PostgresSettings(nowhere, nowhere, nowhere, "localhost", 1, "").arguments();

        assertThat(local)
                .filteredOn(argument -> !argument.equals("-c"))
                .map(argument -> argument.split("=", 2))
                .filteredOn(parameter -> !ADDRESSES.contains(parameter[0]))
                .isNotEmpty()
                .allSatisfy(parameter ->
                        assertThat(unquoted(compose.getProperty(parameter[0])))
                                .as(parameter[0])
                                .isEqualTo(parameter[1]));
    }

    private static String unquoted(String value) {
        return value.replaceAll("^'|'$", "");
    }
}
