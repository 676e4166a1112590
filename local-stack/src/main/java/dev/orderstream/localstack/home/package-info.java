/// What a local stack keeps on disk: data, secrets, logs, and the record of what is running.
@NullMarked
package dev.orderstream.localstack.home;

import org.jspecify.annotations.NullMarked;
