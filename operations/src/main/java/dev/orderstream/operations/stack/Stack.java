package dev.orderstream.operations.stack;

import java.net.URI;
import java.util.List;

/// A running local stack.
///
/// @param gateway the card gateway's simulator
/// @param mail the mail catcher's pages
/// @param processes the launcher and everything it started
public record Stack(
        Home home,
        URI orders,
        URI gateway,
        URI mail,
        Databases databases,
        Broker broker,
        List<StackProcess> processes) {}
