package dev.orderstream.localstack;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One of the equal processes of a service; the first has the service's own name and port.
///
/// @param number from 1
public record Replica(Service service, int number) {

    /// How many replicas of each service one machine's ports allow for.
    public static final int COUNT_MAX = 2;

    public Replica {
        if (number < 1 || number > COUNT_MAX) {
            throw new IllegalArgumentException("replica " + number);
        }
    }

    /// The first replicas of all services, then the second ones.
    public static Stream<Replica> all(int replicas) {
        return IntStream.rangeClosed(1, replicas)
                .boxed()
                .flatMap(number ->
                        Stream.of(Service.values()).map(service -> new Replica(service, number)));
    }

    /// `orders-service`, `orders-service-2`: the process.
    public String processName() {
        return service.serviceName() + suffix();
    }

    /// `orders`, `orders-2`: the name of its port.
    public String portName() {
        return service.database() + suffix();
    }

    private String suffix() {
        return number == 1 ? "" : "-" + number;
    }
}
