/// Orders that are past their time: cancelled where nothing came of them, shown until they end.
@NullMarked
package dev.orderstream.orders.expiring;

import org.jspecify.annotations.NullMarked;
