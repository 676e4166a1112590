/// What the commands share in talking to people and programs.
@NullMarked
package dev.orderstream.operations.console;

import org.jspecify.annotations.NullMarked;
