/// Starts the parts of the local stack in their order, keeps them running, and stops them.
@NullMarked
package dev.orderstream.localstack.launcher;

import org.jspecify.annotations.NullMarked;
