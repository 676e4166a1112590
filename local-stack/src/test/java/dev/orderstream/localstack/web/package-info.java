/// The small HTTP server under hostile and ordinary clients.
@NullMarked
package dev.orderstream.localstack.web;

import org.jspecify.annotations.NullMarked;
