package dev.orderstream.shipping.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/// Every order in which things can come: all of them up to seven things, a seeded sample beyond.
public final class Interleavings {

    private static final int EXHAUSTIVE_MAX = 7;
    private static final int SAMPLE = 20_000;
    private static final String SEED_KEY = "orderstream.test.seed";

    private Interleavings() {}

    /// Checks each order, and says which one it was that failed.
    public static <T> void check(List<T> things, Consumer<List<T>> check) {
        if (things.size() <= EXHAUSTIVE_MAX) {
            permute(new ArrayList<>(things), 0, check);
        } else {
            sample(new ArrayList<>(things), check);
        }
    }

    private static <T> void permute(List<T> things, int fixed, Consumer<List<T>> check) {
        if (fixed == things.size()) {
            one(things, "", check);
        }
        for (int i = fixed; i < things.size(); i++) {
            Collections.swap(things, fixed, i);
            permute(things, fixed + 1, check);
            Collections.swap(things, fixed, i);
        }
    }

    private static <T> void sample(List<T> things, Consumer<List<T>> check) {
        long seed = Long.getLong(SEED_KEY, System.nanoTime());
        String repeat = "-D" + SEED_KEY + "=" + seed;
        System.out.println(repeat);
        var random = new Random(seed);
        for (int i = 0; i < SAMPLE; i++) {
            Collections.shuffle(things, random);
            one(things, repeat, check);
        }
    }

    private static <T> void one(List<T> order, String repeat, Consumer<List<T>> check) {
        try {
            check.accept(List.copyOf(order));
        } catch (AssertionError e) {
            throw new AssertionError("in the order " + order + " " + repeat, e);
        }
    }
}
