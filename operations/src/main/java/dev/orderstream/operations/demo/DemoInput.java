package dev.orderstream.operations.demo;

import java.util.List;

/// What a demo is to post.
///
/// @param seed what random choices were made from
/// @param keyPrefix begins the idempotency keys: an order's key is this and its index
record DemoInput(List<Order> orders, long seed, String keyPrefix) {}
