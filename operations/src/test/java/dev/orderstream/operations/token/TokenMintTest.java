package dev.orderstream.operations.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.operations.stack.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A token is what the services verify.
class TokenMintTest {

    @TempDir private Path directory = Path.of("");

    @Test
    void aTokenVerifiesWithThePublicKeyAndSaysWhoAndWhat() throws Exception {
        KeyPair keys = keyPair();
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);

        String token =
                TokenMint.of(new Home(directory))
                        .mint(Role.STOREFRONT, "shop-1", now, Duration.ofMinutes(5));

        JwtClaims claims =
                new JwtConsumerBuilder()
                        .setVerificationKey(keys.getPublic())
                        .setExpectedIssuer("https://orderstream.local")
                        .setExpectedAudience("orderstream")
                        .setRequireExpirationTime()
                        .setRequireIssuedAt()
                        .setRequireJwtId()
                        .build()
                        .processToClaims(token);
        assertThat(claims.getSubject()).isEqualTo("shop-1");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("storefront");
        assertThat(claims.getExpirationTime().getValue())
                .isEqualTo(now.plusSeconds(300).getEpochSecond());
    }

    private KeyPair keyPair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        String base64 =
                Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(keys.getPrivate().getEncoded());
        Files.createDirectories(directory.resolve("secrets"));
        Files.writeString(
                directory.resolve("secrets/jwt-private.pem"),
                "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
        return keys;
    }
}
