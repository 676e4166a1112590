/// A real PostgreSQL server as a child process, with the databases and roles of the four services.
@NullMarked
package dev.orderstream.localstack.postgres;

import org.jspecify.annotations.NullMarked;
