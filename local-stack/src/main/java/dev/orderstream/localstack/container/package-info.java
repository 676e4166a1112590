/// The parts of the local stack that run in containers of their own in docker-compose.yml, and are
/// told everything by environment variables.
@NullMarked
package dev.orderstream.localstack.container;

import org.jspecify.annotations.NullMarked;
