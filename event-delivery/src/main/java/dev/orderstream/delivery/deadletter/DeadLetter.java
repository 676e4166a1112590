package dev.orderstream.delivery.deadletter;

import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// A record that this service can never handle, and why.
public record DeadLetter(ConsumerRecord<byte[], byte[]> source, Reason reason) {

    /// Why a record is a dead letter. It becomes headers: no personal data and no secret may be in
    /// it.
    ///
    /// @param exception the class of what went wrong
    /// @param message what went wrong
    /// @param cause the class of its root cause, if it has another
    /// @param causeMessage the root cause in words, if it has another
    public record Reason(
            String exception,
            String message,
            @Nullable String cause,
            @Nullable String causeMessage) {

        /// The reason that this failure is.
        public static Reason of(Throwable failure) {
            String exception = failure.getClass().getName();
            if (failure.getCause() == null) {
                return new Reason(exception, message(failure), null, null);
            }
            Throwable root = root(failure.getCause());
            return new Reason(
                    exception, message(failure), root.getClass().getName(), message(root));
        }

        private static Throwable root(Throwable cause) {
            Throwable root = cause;
            int depthMax = 20;
            for (int depth = 0; root.getCause() != null && depth < depthMax; depth++) {
                root = root.getCause();
            }
            return root;
        }

        /// A database's own message may quote a row: only its SQLSTATE goes into a header.
        private static String message(Throwable failure) {
            if (failure instanceof SQLException sql) {
                return "SQLSTATE " + sql.getSQLState();
            }
            return failure.getMessage() == null ? "" : failure.getMessage();
        }
    }
}
