package dev.orderstream.orders.page;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/// What the page has to know of its surroundings.
@ConfigMapping(prefix = "orders.page")
interface PageConfig {

    /// Where customers sign in: `POST /token` with a name answers with an access token. Without it
    /// they paste a token.
    Optional<URI> signInUrl();
}
