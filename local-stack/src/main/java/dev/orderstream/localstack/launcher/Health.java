package dev.orderstream.localstack.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/// Asks an HTTP address whether it is well.
public final class Health {

    private static final int ANSWER_MS_MAX = 2_000;

    private Health() {}

    /// True for an answer of 200.
    public static boolean ok(String url) {
        try {
            var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(ANSWER_MS_MAX);
            connection.setReadTimeout(ANSWER_MS_MAX);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
