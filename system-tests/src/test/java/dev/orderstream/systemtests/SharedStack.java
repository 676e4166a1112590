package dev.orderstream.systemtests;

import java.io.IOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives all test classes the same running stack; it goes down after the last of them.
final class SharedStack implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningStack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedStack.class))
                .computeIfAbsent(RunningStack.class, _ -> up());
    }

    private static RunningStack up() {
        try {
            return RunningStack.up();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
