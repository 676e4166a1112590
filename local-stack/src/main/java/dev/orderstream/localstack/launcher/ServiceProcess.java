package dev.orderstream.localstack.launcher;

import dev.orderstream.localstack.Replica;
import dev.orderstream.localstack.process.ChildSpec;
import dev.orderstream.localstack.process.JavaCommand;
import java.util.ArrayList;

/// How one service runs as a child of the launcher.
final class ServiceProcess {

    private static final int HEAP_MB = 256;

    private ServiceProcess() {}

    static ChildSpec spec(
            LaunchOptions options,
            Replica replica,
            ServiceEnvironment environment,
            ServiceApps apps) {
        var name = replica.processName();
        var home = options.home();
        var command = new ArrayList<String>();
        command.add(JavaCommand.executable());
        command.addAll(JvmOptions.of(home, name, HEAP_MB));
        command.add("-jar");
        command.add(apps.jar(replica.service().serviceName()).toString());
        return ChildSpec.of(name, command, environment.of(replica), home.root(), home.log(name));
    }
}
