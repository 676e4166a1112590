/// The gateway simulator, asked by the official client.
@NullMarked
package dev.orderstream.localstack.gateway;

import org.jspecify.annotations.NullMarked;
