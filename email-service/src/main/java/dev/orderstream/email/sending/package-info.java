/// Getting a mail to the mail server, at most once.
@NullMarked
package dev.orderstream.email.sending;

import org.jspecify.annotations.NullMarked;
