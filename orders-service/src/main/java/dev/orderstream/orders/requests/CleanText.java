package dev.orderstream.orders.requests;

/// Texts that can be stored, mailed and logged as they are.
public final class CleanText {

    private CleanText() {}

    /// No control characters and only whole characters.
    public static boolean is(String text) {
        return text.codePoints()
                .noneMatch(c ->
                        Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
