package dev.orderstream.localstack.home;

import dev.orderstream.localstack.StackException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Every port of the local stack by what listens on it. An offset moves them all.
public record Ports(int offset) {

    private static final int HIGHEST = 65_535;
    private static final Map<String, Integer> DEFAULTS = defaults();

    public Ports {
        if (offset < 0 || DEFAULTS.values().stream().anyMatch(port -> port + offset > HIGHEST)) {
            throw new StackException(
                    "A port offset is 0 to " + (HIGHEST - highestDefault()) + ", not " + offset);
        }
    }

    private static Map<String, Integer> defaults() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("orders", 8080);
        ports.put("payments", 8081);
        ports.put("email", 8082);
        ports.put("shipping", 8083);
        ports.put("orders-2", 8090);
        ports.put("payments-2", 8091);
        ports.put("email-2", 8092);
        ports.put("shipping-2", 8093);
        ports.put("console", 8085);
        ports.put("gateway", 8086);
        ports.put("identity", 8087);
        ports.put("smtp", 1025);
        ports.put("mail", 8025);
        ports.put("postgres", 15432);
        ports.put("kafka", 19092);
        ports.put("kafka-controller", 19093);
        ports.put("connect", 18083);
        return ports;
    }

    private static int highestDefault() {
        return DEFAULTS.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    public int of(String name) {
        var port = DEFAULTS.get(name);
        if (port == null) {
            throw new IllegalArgumentException("no port named " + name);
        }
        return port + offset;
    }

    public Map<String, Integer> byName() {
        var ports = new LinkedHashMap<String, Integer>();
        DEFAULTS.keySet().forEach(name -> ports.put(name, of(name)));
        return ports;
    }
}
