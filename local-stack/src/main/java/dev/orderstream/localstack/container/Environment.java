package dev.orderstream.localstack.container;

import dev.orderstream.localstack.StackException;
import java.util.Map;

/// The variables that a container was given. One that is missing is named in the message.
record Environment(Map<String, String> variables) {

    Environment {
        variables = Map.copyOf(variables);
    }

    String get(String name) {
        var value = variables.get(name);
        if (value == null || value.isBlank()) {
            throw new StackException("The environment variable " + name + " is not set");
        }
        return value;
    }

    int number(String name) {
        try {
            return Integer.parseInt(get(name));
        } catch (NumberFormatException e) {
            throw new StackException("The environment variable " + name + " is no number", e);
        }
    }
}
