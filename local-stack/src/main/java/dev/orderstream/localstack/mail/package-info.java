/// The mailbox of everybody: an SMTP server that keeps every mail, and an inbox to look at them.
@NullMarked
package dev.orderstream.localstack.mail;

import org.jspecify.annotations.NullMarked;
