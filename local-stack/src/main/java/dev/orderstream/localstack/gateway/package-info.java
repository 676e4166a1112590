/// The card gateway as the world sees it: a faithful subset of the Stripe API, with state, webhooks
/// and moods.
@NullMarked
package dev.orderstream.localstack.gateway;

import org.jspecify.annotations.NullMarked;
