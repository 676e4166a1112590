package dev.orderstream.orders.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Duration;
import java.util.Set;

/// Access tokens, good and bad.
public final class Tokens {

    private Tokens() {}

    public static String of(String role, String subject) {
        return claims(role, subject).sign();
    }

    public static JwtClaimsBuilder claims(String role, String subject) {
        return Jwt.issuer("https://orderstream.local")
                .audience("orderstream")
                .subject(subject)
                .upn(subject)
                .groups(Set.of(role))
                .expiresIn(Duration.ofMinutes(5));
    }
}
