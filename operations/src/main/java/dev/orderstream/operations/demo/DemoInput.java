package dev.orderstream.operations.demo;

import java.util.List;

/// What a demo is to post.
///
/// @param generated whether the orders were made up, as the API wants them
/// @param seed what random choices were made from
/// @param keyPrefix begins the idempotency keys: an order's key is this and its index
record DemoInput(List<Order> orders, boolean generated, long seed, String keyPrefix) {}
