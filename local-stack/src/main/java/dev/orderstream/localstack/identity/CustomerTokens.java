package dev.orderstream.localstack.identity;

import dev.orderstream.localstack.web.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Access tokens (RFC 9068) that the services take for a customer's, and for nobody else's.
final class CustomerTokens {

    private static final String ISSUER = "https://orderstream.local";
    private static final String AUDIENCE = "orderstream";
    private static final List<String> ROLES = List.of("storefront");

    /// How long a token is good for.
    static final int LIFETIME_S = 3600;

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final PrivateKey key;

    private CustomerTokens(PrivateKey key) {
        this.key = key;
    }

    /// @param pem the private key (PKCS 8) of the stack
    static CustomerTokens signedWith(Path pem) throws IOException {
        String base64 =
                Files.readString(pem).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            return new CustomerTokens(
                    KeyFactory.getInstance("RSA")
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(pem + " is not an RSA key", e);
        }
    }

    String of(String name, Instant now) throws IOException {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", ISSUER);
        claims.put("aud", AUDIENCE);
        claims.put("sub", name);
        claims.put("groups", ROLES);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.getEpochSecond() + LIFETIME_S);
        claims.put("jti", UUID.randomUUID().toString());
        String signed = part(Map.of("alg", "RS256", "typ", "JWT")) + "." + part(claims);
        return signed + "." + BASE64.encodeToString(signature(signed));
    }

    private static String part(Object json) throws IOException {
        return BASE64.encodeToString(JsonText.bytes(json));
    }

    private byte[] signature(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
