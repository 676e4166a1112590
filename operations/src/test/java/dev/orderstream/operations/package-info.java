/// How the commands take their arguments and fail.
@NullMarked
package dev.orderstream.operations;

import org.jspecify.annotations.NullMarked;
