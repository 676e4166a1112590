package dev.orderstream.orders.streaming;

import dev.orderstream.orders.lifecycle.OrderStatus;
import dev.orderstream.orders.timeline.TimelineEntry;
import java.util.List;

/// An order and its steps, as one statement saw them.
///
/// @param ended nothing more is to come
record Followed(OrderStatus status, boolean ended, List<TimelineEntry> steps) {}
