/// What a storefront posts.
@NullMarked
package dev.orderstream.operations.placing;

import org.jspecify.annotations.NullMarked;
