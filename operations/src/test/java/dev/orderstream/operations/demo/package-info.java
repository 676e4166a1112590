/// How inputs become orders and answers become counts.
@NullMarked
package dev.orderstream.operations.demo;

import org.jspecify.annotations.NullMarked;
