package dev.orderstream.localstack.teststack;

import dev.orderstream.localstack.Service;
import dev.orderstream.localstack.postgres.PostgresProvisioning;
import dev.orderstream.localstack.postgres.PostgresServer;
import java.util.HashMap;

/// The databases of the four services, where each role's password is its name.
final class TestDatabases {

    private TestDatabases() {}

    static void make(PostgresServer server) {
        var passwords = new HashMap<String, String>();
        passwords.put(PostgresProvisioning.REPLICATOR, PostgresProvisioning.REPLICATOR);
        for (var service : Service.values()) {
            passwords.put(service.database(), service.database());
        }
        new PostgresProvisioning(server, passwords).apply();
    }
}
