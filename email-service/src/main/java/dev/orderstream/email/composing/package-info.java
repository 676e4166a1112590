/// Which mails an order is due, and what they say.
@NullMarked
package dev.orderstream.email.composing;

import org.jspecify.annotations.NullMarked;
