package dev.orderstream.delivery.effects;

/// The open calls of one kind.
///
/// @param due those whose time has come, under way or waiting
/// @param troubled those whose last attempt did not succeed
/// @param oldestSeconds how long ago the oldest was first tried, or was to be
record Backlog(long due, long troubled, double oldestSeconds) {}
