/// The mail catcher, spoken to in SMTP.
@NullMarked
package dev.orderstream.localstack.mail;

import org.jspecify.annotations.NullMarked;
