package dev.orderstream.localstack.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/// Posts one signed event; anything but a 2xx answer is a failure.
final class WebhookPost {

    private static final int TIMEOUT_MS = 10_000;

    boolean accepted(Behaviour.Webhooks settings, byte[] body) {
        try {
            return post(settings, body) / 100 == 2;
        } catch (IOException | IllegalArgumentException unreachable) {
            return false;
        }
    }

    private static int post(Behaviour.Webhooks settings, byte[] body) throws IOException {
        URI url = URI.create(String.valueOf(settings.url()));
        if (!(url.toURL().openConnection() instanceof HttpURLConnection connection)) {
            throw new IOException("Not an HTTP address: " + url);
        }
        connection.setConnectTimeout(TIMEOUT_MS);
        connection.setReadTimeout(TIMEOUT_MS);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        connection.setRequestProperty("Content-Type", "application/json; charset=utf-8");
        connection.setRequestProperty(
                "User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)");
        connection.setRequestProperty(
                "Stripe-Signature",
                WebhookSignature.header(body, Change.now(), settings.secrets()));
        connection.getOutputStream().write(body);
        int status = connection.getResponseCode();
        drain(status < 400 ? connection.getInputStream() : connection.getErrorStream());
        return status;
    }

    /// A connection is used again only if its answer was read.
    private static void drain(@org.jspecify.annotations.Nullable InputStream answer)
            throws IOException {
        if (answer != null) {
            try (answer) {
                long unused = answer.transferTo(java.io.OutputStream.nullOutputStream());
            }
        }
    }
}
