package dev.orderstream.delivery.testapp;

import dev.orderstream.localstack.teststack.TestStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Real PostgreSQL and Kafka for a test.
public class StackResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return TestStack.start().environment("shipping");
    }

    @Override
    public void stop() {}
}
