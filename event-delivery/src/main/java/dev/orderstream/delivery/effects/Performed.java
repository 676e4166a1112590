package dev.orderstream.delivery.effects;

/// A call that was answered, with its answer.
public record Performed<I, R>(Effect<I> effect, R result) {}
