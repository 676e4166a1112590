package dev.orderstream.orders.webhooks;

import dev.orderstream.orders.lifecycle.OrderStatus;
import dev.orderstream.orders.timeline.TimelineEntry;
import java.net.URI;
import java.util.List;

/// A step that is to be sent to an endpoint, as both are now.
///
/// @param secrets all that sign, the newest first
/// @param attemptsBefore how often it was tried without success
record Message(
        String owner,
        URI url,
        List<Secret> secrets,
        TimelineEntry entry,
        OrderStatus status,
        int attemptsBefore) {}
