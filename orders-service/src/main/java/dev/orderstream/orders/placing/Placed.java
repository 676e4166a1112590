package dev.orderstream.orders.placing;

import dev.orderstream.orders.reading.OrderView;

/// What came of placing an order.
sealed interface Placed {

    /// The order is stored.
    record New(OrderView order) implements Placed {}

    /// The same request had been sent before; its order as it was placed.
    record Replayed(OrderView order) implements Placed {}

    /// The key stands for another request.
    record KeyReused() implements Placed {}

    /// A request with this key is under way.
    record KeyInUse() implements Placed {}

    /// Others before it hang; it is not stored.
    record NotTakenUp() implements Placed {}

    /// Its event would be larger than consumers take.
    record TooLarge() implements Placed {}
}
