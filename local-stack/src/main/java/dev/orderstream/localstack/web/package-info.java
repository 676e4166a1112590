/// The small HTTP server on which the outside world of the local stack (card gateway, mailbox)
/// answers.
@NullMarked
package dev.orderstream.localstack.web;

import org.jspecify.annotations.NullMarked;
