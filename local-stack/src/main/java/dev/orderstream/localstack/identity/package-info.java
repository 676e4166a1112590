/// Who signs customers in, played on this machine.
@NullMarked
package dev.orderstream.localstack.identity;

import org.jspecify.annotations.NullMarked;
