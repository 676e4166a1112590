package dev.orderstream.delivery.outbox;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/// New identifiers: UUIDv7 (RFC 9562), so that rows and index pages arrive in the order of time.
public final class Ids {

    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /// A new identifier, greater than every earlier one of this process.
    public static UUID next() {
        return GENERATOR.generate();
    }
}
