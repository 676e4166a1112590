package dev.orderstream.localstack.postgres;

import dev.orderstream.localstack.StackException;
import dev.orderstream.localstack.process.ChildProcess;
import dev.orderstream.localstack.process.ChildSpec;
import dev.orderstream.localstack.process.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.postgresql.Driver;

/// One PostgreSQL server: makes its data directory, says how to run it, and whether it accepts
/// connections.
public final class PostgresServer {

    /// How the server's data is made, wherever it is.
    public static final List<String> INITDB_OPTIONS =
            List.of(
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--locale=C.UTF-8");

    private static final Duration INITIALISING_MAX = Duration.ofSeconds(60);

    private final PostgresSettings settings;

    public PostgresServer(PostgresSettings settings) {
        this.settings = settings;
    }

    public PostgresSettings settings() {
        return settings;
    }

    /// Makes the data directory if it does not exist yet; one that was left half made is made
    /// again.
    public void initialise() {
        if (Files.exists(settings.dataDir().resolve("orderstream.initialised"))) {
            return;
        }
        var passwordFile = settings.home().resolve("initial-password");
        try {
            PrivateFiles.deleteTree(settings.dataDir());
            PrivateFiles.directory(settings.home());
            PrivateFiles.write(passwordFile, settings.password());
            ChildProcess.run(child("postgres-initdb", initdb(passwordFile)), INITIALISING_MAX);
            Files.createFile(settings.dataDir().resolve("orderstream.initialised"));
        } catch (IOException e) {
            throw new StackException(
                    "Could not make the database at " + settings.dataDir() + ": " + e.getMessage(),
                    e);
        } finally {
            PrivateFiles.deleteQuietly(passwordFile);
        }
    }

    /// How to run the server. SIGINT is its fast shutdown: it does not wait for clients to leave.
    public ChildSpec spec() {
        var command = new ArrayList<String>();
        command.add(program("postgres"));
        command.addAll(List.of("-D", settings.dataDir().toString()));
        command.addAll(settings.arguments());
        return child("postgres", command);
    }

    public boolean accepts() {
        try (var connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /// A connection of the server's owner. Goes past `DriverManager`, whose one list of drivers
    /// belongs to the tests.
    public Connection connect(String database) throws SQLException {
        var credentials = new Properties();
        credentials.setProperty("user", PostgresSettings.SUPERUSER);
        credentials.setProperty("password", settings.password());
        return Objects.requireNonNull(
                new Driver().connect(settings.jdbcUrl(database), credentials));
    }

    private List<String> initdb(Path passwordFile) {
        var command = new ArrayList<String>();
        command.add(program("initdb"));
        command.add("--pgdata=" + settings.dataDir());
        command.add("--username=" + PostgresSettings.SUPERUSER);
        command.add("--pwfile=" + passwordFile);
        command.addAll(INITDB_OPTIONS);
        return command;
    }

    private String program(String name) {
        return settings.binaries().resolve("bin").resolve(name).toString();
    }

    private ChildSpec child(String name, List<String> command) {
        var environment = Map.of("LC_ALL", "C.UTF-8", "TZ", "UTC");
        return new ChildSpec(
                name,
                Rootless.command(command),
                environment,
                settings.home(),
                settings.log(),
                "INT");
    }
}
