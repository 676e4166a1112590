package dev.orderstream.orders.reading;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Who asks: the subject of the access token, and whether it may see everyone's orders.
public record Caller(String subject, boolean operator) {

    /// The role of those who place orders and see their own.
    public static final String STOREFRONT = "storefront";

    /// The role of those who see all orders.
    public static final String OPERATOR = "operator";

    /// The caller of the current request.
    ///
    /// @throws UnauthorizedException when the token names no subject
    public static Caller of(SecurityIdentity identity) {
        String subject =
                identity.getPrincipal() instanceof JsonWebToken token ? token.getSubject() : null;
        if (subject == null || subject.isBlank()) {
            throw new UnauthorizedException();
        }
        return new Caller(subject, identity.hasRole(OPERATOR));
    }
}
