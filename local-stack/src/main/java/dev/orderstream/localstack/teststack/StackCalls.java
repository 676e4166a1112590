package dev.orderstream.localstack.teststack;

import java.util.function.UnaryOperator;

/// The running stack behind a type that all class loaders share: a call is a word and its argument.
public final class StackCalls implements UnaryOperator<String> {

    /// Chooses the provider: `processes` (default) or `containers`.
    static final String PROVIDER_PROPERTY = "orderstream.test.stack";

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
        return switch (System.getProperty(PROVIDER_PROPERTY, "processes")) {
            case "processes" -> new ProcessProvider();
            case String other ->
                    throw new IllegalArgumentException(
                            PROVIDER_PROPERTY + "=" + other + " is unknown");
        };
    }
}
