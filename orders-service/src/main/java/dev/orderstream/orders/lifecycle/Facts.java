package dev.orderstream.orders.lifecycle;

import org.jspecify.annotations.Nullable;

/// How a fact that is known twice stays one: the smaller one holds.
///
/// Choosing by value and never by arrival makes every order of the same events end alike.
final class Facts {

    private Facts() {}

    static <T extends Comparable<? super T>> T settled(@Nullable T known, T told) {
        return known == null || told.compareTo(known) < 0 ? told : known;
    }
}
