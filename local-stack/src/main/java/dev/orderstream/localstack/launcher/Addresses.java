package dev.orderstream.localstack.launcher;

import dev.orderstream.localstack.Replica;
import java.util.Map;

/// Where the parts of a stack answer, from its ports by name.
public record Addresses(Map<String, Integer> ports) {

    private static final String HOST = LaunchOptions.HOST;

    public String url(String port) {
        return "http://" + HOST + ":" + ports.get(port);
    }

    public String hostAndPort(String port) {
        return HOST + ":" + ports.get(port);
    }

    public String ready(Replica replica) {
        return url(replica.portName()) + "/q/health/ready";
    }
}
