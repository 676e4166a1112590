package dev.orderstream.operations.token;

import dev.orderstream.operations.console.CommandFailure;
import dev.orderstream.operations.stack.Home;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/// Signs tokens with the key pair that the local stack made at its first start.
public final class TokenMint {

    public static final String ISSUER = "https://orderstream.local";
    public static final String AUDIENCE = "orderstream";
    private static final String KEY_FILE = "secrets/jwt-private.pem";

    private final PrivateKey key;

    private TokenMint(PrivateKey key) {
        this.key = key;
    }

    /// The mint of this stack.
    public static TokenMint of(Home home) {
        return new TokenMint(privateKey(home.read(KEY_FILE)));
    }

    /// A signed token.
    ///
    /// @param subject who it stands for
    public String mint(Role role, String subject, Instant now, Duration timeToLive) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject);
        claims.setStringListClaim("groups", List.of(role.group()));
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(timeToLive).getEpochSecond()));
        claims.setGeneratedJwtId();
        return sign(claims);
    }

    private String sign(JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setHeader("typ", "JWT");
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKey(key);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw CommandFailure.failed(KEY_FILE + " cannot sign: " + e.getMessage());
        }
    }

    private static PrivateKey privateKey(String pem) {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw CommandFailure.failed(
                    KEY_FILE
                            + " is not an RSA key (PKCS 8, PEM): delete secrets/jwt-*.pem and run ./orderstream up.");
        }
    }
}
