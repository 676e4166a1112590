package dev.orderstream.localstack.teststack;

import dev.orderstream.localstack.StackException;
import java.util.function.UnaryOperator;

/// The running stack behind a type that all class loaders share: a call is a word and its argument.
public final class StackCalls implements UnaryOperator<String> {

    /// Chooses the provider: `processes` (default) or `containers`.
    static final String PROVIDER_PROPERTY = "orderstream.test.stack";

    private static final String CONTAINERS = "containers";

    private final TestStackProvider provider;

    /// Starts the stack; it ends with the JVM.
    public StackCalls() {
        provider = chosen();
        Runtime.getRuntime().addShutdownHook(new Thread(provider::close, "test-stack-close"));
        provider.start();
    }

    @Override
    public String apply(String call) {
        var words = call.split(" ");
        return switch (words[0]) {
            case "jdbcUrl" -> provider.jdbcUrl(words[1]);
            case "bootstrapServers" -> provider.bootstrapServers();
            case "kill" -> done(() -> provider.kill(Part.valueOf(words[1])));
            case "stop" -> done(() -> provider.stop(Part.valueOf(words[1])));
            case "restart" -> done(() -> provider.restart(Part.valueOf(words[1])));
            default -> throw new IllegalArgumentException(call);
        };
    }

    private static String done(Runnable action) {
        action.run();
        return "";
    }

    private static TestStackProvider chosen() {
        return switch (choice()) {
            case "processes" -> new ProcessProvider();
            case CONTAINERS -> new ContainerProvider();
            case String other ->
                    throw new StackException(
                            "-D%s is processes or containers, not %s"
                                    .formatted(PROVIDER_PROPERTY, other));
        };
    }

    static boolean ofContainers() {
        return choice().equals(CONTAINERS);
    }

    private static String choice() {
        return System.getProperty(PROVIDER_PROPERTY, "processes");
    }
}
