package dev.orderstream.localstack.gateway;

import java.security.SecureRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/// Makes ids with the gateway's prefixes, and secrets that nobody guesses.
final class Ids {

    private static final String ALPHABET =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 24;
    private static final int DIGITS_A_DRAW = 8;
    private static final SecureRandom SECURE = new SecureRandom();

    private Ids() {}

    static String next(String prefix) {
        return next(prefix, ThreadLocalRandom.current());
    }

    static String secret() {
        return next("", SECURE);
    }

    private static String next(String prefix, RandomGenerator random) {
        StringBuilder id = new StringBuilder(prefix.length() + LENGTH).append(prefix);
        for (int i = 0; i < LENGTH / DIGITS_A_DRAW; i++) {
            long draw = random.nextLong() >>> 1;
            for (int digit = 0; digit < DIGITS_A_DRAW; digit++) {
                id.append(ALPHABET.charAt((int) (draw % ALPHABET.length())));
                draw /= ALPHABET.length();
            }
        }
        return id.toString();
    }
}
