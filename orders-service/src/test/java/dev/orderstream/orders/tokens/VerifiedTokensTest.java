package dev.orderstream.orders.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private static final String ISSUER = "https://orderstream.local";
    private static final KeyPair KEYS = keys();

    private final JWTAuthContextInfo context = context(KEYS);
    private final String token =
            Jwt.issuer(ISSUER)
                    .subject("ada")
                    .expiresIn(Duration.ofHours(1))
                    .sign(KEYS.getPrivate());

    private Instant now = Instant.now();
    private final InstantSource time = () -> now;
    private final VerifiedTokens tokens = new VerifiedTokens(time.withZone(ZoneOffset.UTC));

    @Test
    void aTokenIsVerifiedOnce() throws ParseException {
        JWTCallerPrincipal first = tokens.parse(token, context);

        assertThat(first.getSubject()).isEqualTo("ada");
        assertThat(tokens.parse(token, context)).isSameAs(first);
    }

    @Test
    void whenItExpiresItIsVerifiedAgain() throws ParseException {
        JWTCallerPrincipal first = tokens.parse(token, context);
        now = now.plus(Duration.ofHours(1));

        assertThat(tokens.parse(token, context)).isNotSameAs(first);
    }

    @Test
    void anotherKeyIsAnotherMatter() throws ParseException {
        tokens.parse(token, context);

        assertThatExceptionOfType(ParseException.class)
                .isThrownBy(() -> tokens.parse(token, context(keys())));
    }

    @Test
    void anAlteredTokenIsRefusedHoweverOftenItIsShown() throws ParseException {
        tokens.parse(token, context);
        String altered = token.substring(0, token.length() - 8) + "AAAAAAAA";

        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(ParseException.class)
                    .isThrownBy(() -> tokens.parse(altered, context));
        }
    }

    private static JWTAuthContextInfo context(KeyPair keys) {
        var context = new JWTAuthContextInfo(keys.getPublic(), ISSUER);
        context.setSignatureAlgorithm(Set.of(SignatureAlgorithm.RS256));
        return context;
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
