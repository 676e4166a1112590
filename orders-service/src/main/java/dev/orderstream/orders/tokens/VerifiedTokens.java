package dev.orderstream.orders.tokens;

import dev.orderstream.delivery.memory.Recent;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;

/// Verifies a token once and keeps what it says until it expires: a storefront shows the same one
/// with each request, and checking an RSA signature is the dearest part of a small one.
@Alternative
@Priority(1)
@ApplicationScoped
class VerifiedTokens extends DefaultJWTCallerPrincipalFactory {

    private static final int RECENT_MAX = 5_000;

    /// A token, and by which key, issuer and audience it was verified.
    private record Shown(String token, JWTAuthContextInfo context) {}

    private final Clock clock;
    private final Recent<Shown, JWTCallerPrincipal> verified = new Recent<>(RECENT_MAX);

    VerifiedTokens(Clock clock) {
        this.clock = clock;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context)
            throws ParseException {
        Shown shown = new Shown(token, context);
        JWTCallerPrincipal known = verified.get(shown);
        if (known != null && isUnexpired(known)) {
            return known;
        }
        JWTCallerPrincipal principal = super.parse(token, context);
        verified.put(shown, principal);
        return principal;
    }

    private boolean isUnexpired(JWTCallerPrincipal known) {
        return clock.instant().getEpochSecond() < known.getExpirationTime();
    }
}
