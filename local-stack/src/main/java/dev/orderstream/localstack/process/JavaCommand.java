package dev.orderstream.localstack.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A command line that runs a main class in a JVM like this one.
public final class JavaCommand {

    private JavaCommand() {}

    public static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public static List<String> of(
            List<String> jvmOptions, String classPath, String mainClass, String... arguments) {
        var command = new ArrayList<String>();
        command.add(executable());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(List.of(arguments));
        return List.copyOf(command);
    }
}
