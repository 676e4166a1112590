/// The commands up, down, status and logs.
@NullMarked
package dev.orderstream.localstack.cli;

import org.jspecify.annotations.NullMarked;
