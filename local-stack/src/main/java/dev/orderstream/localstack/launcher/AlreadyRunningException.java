package dev.orderstream.localstack.launcher;

import java.nio.file.Path;

/// Another launcher works in this home.
public final class AlreadyRunningException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AlreadyRunningException(Path home) {
        super(
                "Orderstream is already running in "
                        + home
                        + ": ./orderstream status shows it, ./orderstream down stops it");
    }
}
