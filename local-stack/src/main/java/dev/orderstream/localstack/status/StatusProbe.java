package dev.orderstream.localstack.status;

import dev.orderstream.localstack.Replica;
import dev.orderstream.localstack.home.RunningStack;
import dev.orderstream.localstack.home.RunningStack.RunningProcess;
import dev.orderstream.localstack.launcher.Addresses;
import dev.orderstream.localstack.launcher.Health;
import dev.orderstream.localstack.process.Sockets;
import dev.orderstream.localstack.relay.ConnectApi;
import dev.orderstream.localstack.relay.Connector;
import dev.orderstream.localstack.status.StackStatus.ConnectorStatus;
import dev.orderstream.localstack.status.StackStatus.ProcessStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Looks at each process and connector of a running stack.
public final class StatusProbe {

    private static final String READY = "ready";
    private static final String LEFT_OUT = "left-out";

    private final RunningStack stack;
    private final Addresses addresses;

    public StatusProbe(RunningStack stack) {
        this.stack = stack;
        this.addresses = new Addresses(stack.ports());
    }

    public StackStatus look() {
        var processes = new ArrayList<ProcessStatus>();
        processes.add(socket("postgres"));
        processes.add(socket("kafka"));
        processes.add(
                child(
                        "connect",
                        addresses.url("connect"),
                        () -> Health.ok(addresses.url("connect"))));
        Replica.all(stack.replicas()).forEach(replica -> processes.add(service(replica)));
        processes.add(
                inLauncher("gateway-simulator", addresses.url("gateway"), "/_simulator/health"));
        processes.add(inLauncher("identity-provider", addresses.url("identity"), "/health"));
        processes.add(inLauncher("mail-catcher", addresses.url("mail"), "/api/count"));
        var connectors = connectors();
        return new StackStatus(ready(processes, connectors), processes, connectors);
    }

    private boolean ready(List<ProcessStatus> processes, List<ConnectorStatus> connectors) {
        return stack.ready()
                && processes.stream()
                        .allMatch(process -> List.of(READY, LEFT_OUT).contains(process.state()))
                && connectors.stream()
                        .filter(connector -> !belongsToOneLeftOut(connector.name()))
                        .allMatch(StatusProbe::running)
                && !connectors.isEmpty();
    }

    private boolean belongsToOneLeftOut(String connector) {
        return stack.without().stream()
                .anyMatch(service -> service.replace("-service", "-outbox").equals(connector));
    }

    private static boolean running(ConnectorStatus connector) {
        return connector.state().equals("RUNNING")
                && !connector.tasks().isEmpty()
                && connector.tasks().stream().allMatch("RUNNING"::equals);
    }

    private ProcessStatus socket(String name) {
        var port = addresses.ports().getOrDefault(name, 0);
        return child(name, addresses.hostAndPort(name), () -> Sockets.listening("127.0.0.1", port));
    }

    private ProcessStatus service(Replica replica) {
        BooleanSupplier serves = () -> Health.ok(addresses.ready(replica));
        var address = addresses.url(replica.portName());
        if (!stack.without().contains(replica.service().serviceName())) {
            return child(replica.processName(), address, serves);
        }
        return new ProcessStatus(
                replica.processName(), serves.getAsBoolean() ? READY : LEFT_OUT, 0, address, 0);
    }

    private ProcessStatus child(String name, String address, BooleanSupplier serves) {
        return stack.processes().stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .map(process -> status(process, address, serves))
                .orElse(new ProcessStatus(name, "starting", 0, address, 0));
    }

    private static ProcessStatus status(
            RunningProcess process, String address, BooleanSupplier serves) {
        if (process.identity().find().isEmpty()) {
            return new ProcessStatus(process.name(), "down", 0, address, process.restarts());
        }
        var state = serves.getAsBoolean() ? READY : "starting";
        return new ProcessStatus(process.name(), state, process.pid(), address, process.restarts());
    }

    private ProcessStatus inLauncher(String name, String url, String path) {
        return new ProcessStatus(
                name, Health.ok(url + path) ? READY : "starting", stack.pid(), url, 0);
    }

    private List<ConnectorStatus> connectors() {
        try {
            return new ConnectApi(addresses.url("connect"))
                    .connectors().values().stream().map(StatusProbe::status).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static ConnectorStatus status(Connector connector) {
        return new ConnectorStatus(connector.name(), connector.state(), connector.tasks());
    }
}
