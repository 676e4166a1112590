package dev.orderstream.localstack.launcher;

/// The layers of the stack, each standing on the ones before it: stopped last to first.
enum Layer {
    POSTGRES,
    KAFKA,
    OUTSIDE_WORLD,
    CONNECT,
    RELAY,
    SERVICES
}
