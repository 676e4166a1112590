package dev.orderstream.localstack.teststack;

/// What a fault test can take away and bring back.
public enum Part {
    POSTGRES,
    KAFKA
}
