package dev.orderstream.orders.problems;

import java.util.Locale;

/// How constants are spelled on the wire.
final class Codes {

    private Codes() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
