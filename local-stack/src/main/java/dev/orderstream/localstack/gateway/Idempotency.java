package dev.orderstream.localstack.gateway;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Idempotency keys: one request at a time under a key, and the first result for every later one.
final class Idempotency {

    private static final int KEY_CHARS_MAX = 255;
    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final Books books;
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

    Idempotency(Books books) {
        this.books = books;
    }

    /// The key for this request, null where it has none.
    static Change.@Nullable Remembered key(@Nullable String header, String path, Form form) {
        if (header == null || header.isEmpty()) {
            return null;
        }
        if (header.length() > KEY_CHARS_MAX) {
            throw ApiError.invalid(null, "Idempotency keys can have up to 255 characters.", null);
        }
        return new Change.Remembered(header, fingerprint(path, form));
    }

    void begin(Change.Remembered key) {
        if (!inFlight.add(key.key())) {
            throw ApiError.of(
                    409,
                    "invalid_request_error",
                    "idempotency_key_in_use",
                    "There is currently another in-progress request using this Idempotent Key"
                            + " (that probably means you submitted twice, and the other request is"
                            + " still going through): "
                            + key.key()
                            + ". Please try again later.");
        }
    }

    void end(Change.Remembered key) {
        inFlight.remove(key.key());
    }

    /// The change that the key's first request made, null for a new key.
    @Nullable Change earlier(Change.Remembered key) {
        Change change = books.remembered(key.key());
        if (change != null && !key.equals(change.remembered())) {
            throw ApiError.of(
                    400,
                    "idempotency_error",
                    null,
                    "Keys for idempotent requests can only be used with the same parameters they"
                            + " were first used with. Try using a key other than '"
                            + key.key()
                            + "' if you meant to execute a different request.");
        }
        return change;
    }

    /// The same for the same parameters, in whatever order (64 bits of FNV-1a).
    private static long fingerprint(String path, Form form) {
        long sum = hash(FNV_START, path);
        for (Map.Entry<String, String> entry : form.values().entrySet()) {
            sum += hash(hash(FNV_START, entry.getKey()) * FNV_PRIME, entry.getValue());
        }
        return sum;
    }

    private static long hash(long start, String text) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
