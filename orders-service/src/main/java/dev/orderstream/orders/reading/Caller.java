package dev.orderstream.orders.reading;

import dev.orderstream.orders.requests.CleanText;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Who asks: the subject of the access token, and whether it may see everyone's orders.
public record Caller(String subject, boolean operator) {

    /// The role of those who place orders and see their own.
    public static final String STOREFRONT = "storefront";

    /// The role of those who see all orders.
    public static final String OPERATOR = "operator";

    /// A subject is stored with each order, and is part of its key.
    private static final int SUBJECT_LENGTH_MAX = 255;

    /// The caller of the current request.
    ///
    /// @throws UnauthorizedException when the token names no subject, or none that can be one
    public static Caller of(SecurityIdentity identity) {
        String subject =
                identity.getPrincipal() instanceof JsonWebToken token ? token.getSubject() : null;
        if (subject == null || !isUsable(subject)) {
            throw new UnauthorizedException();
        }
        return new Caller(subject, identity.hasRole(OPERATOR));
    }

    private static boolean isUsable(String subject) {
        return !subject.isBlank()
                && subject.length() <= SUBJECT_LENGTH_MAX
                && CleanText.is(subject);
    }
}
