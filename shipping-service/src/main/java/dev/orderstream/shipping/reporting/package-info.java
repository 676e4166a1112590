/// What the warehouse reports.
@NullMarked
package dev.orderstream.shipping.reporting;

import org.jspecify.annotations.NullMarked;
