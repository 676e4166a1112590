/// A process that cannot do its work any more ends, so that something starts it anew.
@NullMarked
package dev.orderstream.delivery.supervision;

import org.jspecify.annotations.NullMarked;
