package dev.orderstream.orders.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What a receiver does, as the reference page shows it.
final class VerifyingAWebhook {

    private VerifyingAWebhook() {}

    static boolean isOurs(
            String secret, String id, String timestamp, String signatures, byte[] body)
            throws GeneralSecurityException {
        Instant signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(signedAt, Instant.now()).abs().compareTo(Duration.ofMinutes(5)) > 0) {
            return false;
        }
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
        String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        return Stream.of(signatures.split(" "))
                .anyMatch(one ->
                        MessageDigest.isEqual(one.getBytes(UTF_8), expected.getBytes(UTF_8)));
    }
}
