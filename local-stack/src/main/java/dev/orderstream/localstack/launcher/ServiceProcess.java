package dev.orderstream.localstack.launcher;

import dev.orderstream.localstack.Service;
import dev.orderstream.localstack.process.ChildSpec;
import dev.orderstream.localstack.process.JavaCommand;
import java.util.ArrayList;

/// How one service runs as a child of the launcher.
final class ServiceProcess {

    private static final int HEAP_MB = 256;

    private ServiceProcess() {}

    static ChildSpec spec(LaunchOptions options, Service service, ServiceEnvironment environment) {
        var name = service.serviceName();
        var home = options.home();
        var jar = ServiceApp.copied(options.installation().serviceApp(name), home.app(name));
        var command = new ArrayList<String>();
        command.add(JavaCommand.executable());
        command.addAll(JvmOptions.of(home, name, HEAP_MB));
        command.add("-jar");
        command.add(jar.toString());
        return ChildSpec.of(name, command, environment.of(service), home.root(), home.log(name));
    }
}
