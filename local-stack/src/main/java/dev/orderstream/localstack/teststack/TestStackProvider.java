package dev.orderstream.localstack.teststack;

/// Where a test's PostgreSQL and Kafka come from: child processes, or containers.
interface TestStackProvider extends AutoCloseable {

    void start();

    String jdbcUrl(String database);

    String bootstrapServers();

    /// Ends one part without warning.
    void kill(Part part);

    /// Ends one part gently.
    void stop(Part part);

    /// Starts a part that was ended, on its data and port, and waits until it serves.
    void restart(Part part);

    @Override
    void close();
}
