/// What runs and whether it serves, seen from outside of the launcher.
@NullMarked
package dev.orderstream.localstack.status;

import org.jspecify.annotations.NullMarked;
