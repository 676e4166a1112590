package dev.orderstream.orders.webhooks;

/// What a receiver made of a call.
sealed interface Answer {

    /// It answered with this HTTP status; nothing else of the answer counts.
    record Status(int code) implements Answer {

        private static final int SUCCESS = 2;
        private static final int CLASS = 100;
        private static final int GONE = 410;

        boolean success() {
            return code / CLASS == SUCCESS;
        }

        boolean gone() {
            return code == GONE;
        }
    }

    /// It did not.
    ///
    /// @param problem a stable code
    record None(String problem) implements Answer {}
}
