/// What the API answers when it cannot do what was asked: RFC 9457 problem documents.
@NullMarked
package dev.orderstream.orders.problems;

import org.jspecify.annotations.NullMarked;
