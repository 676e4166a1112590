/// The storefront's page: files for a browser, which then is a client of the API like any other.
@NullMarked
package dev.orderstream.orders.page;

import org.jspecify.annotations.NullMarked;
