/// Child processes: starting, watching, ending them, and recognising one's own again.
@NullMarked
package dev.orderstream.localstack.process;

import org.jspecify.annotations.NullMarked;
