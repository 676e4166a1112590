/// Who carries the parcels.
@NullMarked
package dev.orderstream.shipping.carrier;

import org.jspecify.annotations.NullMarked;
