package dev.orderstream.localstack.container;

import dev.orderstream.localstack.StackException;
import java.util.Map;

/// The variables that a container was given. One that is missing is named in the message.
public record Environment(Map<String, String> variables) {

    public Environment {
        variables = Map.copyOf(variables);
    }

    public String get(String name) {
        var value = variables.get(name);
        if (value == null || value.isBlank()) {
            throw new StackException("The environment variable " + name + " is not set");
        }
        return value;
    }

    public int number(String name) {
        try {
            return Integer.parseInt(get(name));
        } catch (NumberFormatException e) {
            throw new StackException("The environment variable " + name + " is no number", e);
        }
    }
}
