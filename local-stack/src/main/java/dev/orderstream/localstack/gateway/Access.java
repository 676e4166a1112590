package dev.orderstream.localstack.gateway;

import dev.orderstream.localstack.web.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Checks the API key (Bearer, or Basic with the key as the user) and the version that a request
/// asks for.
record Access(String apiKey) {

    private static final Pattern VERSION = Pattern.compile("20\\d\\d-\\d\\d-\\d\\d(\\.[a-z]+)?");
    private static final int SHOWN_CHARS = 4;

    void check(Request request) {
        String key = key(request.header("Authorization"));
        if (key == null || key.isEmpty()) {
            throw refused(
                    "You did not provide an API key. You need to provide your API key in the"
                            + " Authorization header, using Bearer auth (e.g. 'Authorization: Bearer"
                            + " YOUR_SECRET_KEY').");
        }
        if (!MessageDigest.isEqual(bytes(key), bytes(apiKey))) {
            String end = key.substring(Math.max(0, key.length() - SHOWN_CHARS));
            throw refused("Invalid API Key provided: ****" + end);
        }
    }

    static String version(Request request) {
        String asked = request.header("Stripe-Version");
        if (asked == null) {
            return Wire.API_VERSION;
        }
        if (!VERSION.matcher(asked).matches()) {
            throw ApiError.invalid(null, "Invalid Stripe API version: " + asked, null);
        }
        return asked;
    }

    private static @Nullable String key(@Nullable String header) {
        if (header == null) {
            return null;
        }
        if (header.startsWith("Bearer ")) {
            return header.substring("Bearer ".length());
        }
        if (!header.startsWith("Basic ")) {
            return null;
        }
        try {
            byte[] pair = Base64.getDecoder().decode(header.substring("Basic ".length()));
            String text = new String(pair, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0 ? text : text.substring(0, colon);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static ApiError refused(String message) {
        return ApiError.of(401, "invalid_request_error", null, message);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
