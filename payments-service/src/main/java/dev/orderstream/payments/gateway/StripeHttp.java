package dev.orderstream.payments.gateway;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Carries the Stripe client's requests over kept-alive connections.
///
/// In place of the client's own class, which describes the runtime anew for every request, waits
/// without end for a dripping answer, and takes a proxy's error page for the gateway's word.
final class StripeHttp extends HttpClient {

    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int ANSWER_BYTES_MAX = 1024 * 1024;

    private final String runtime = buildXStripeClientUserAgentString();
    private final Duration answerTimeout;

    StripeHttp(Duration answerTimeout) {
        this.answerTimeout = answerTimeout;
    }

    @Override
    public StripeResponse request(StripeRequest request) throws StripeException {
        try {
            HttpURLConnection connection = send(request);
            int status = connection.getResponseCode();
            String body = body(connection, status);
            HttpHeaders headers = HttpHeaders.of(connection.getHeaderFields());
            if (status >= 500 || status == 429 || !isObject(connection.getContentType(), body)) {
                throw new NotAnsweredException(status, RetryAfter.of(headers));
            }
            return new StripeResponse(status, headers, body);
        } catch (IOException e) {
            throw new ApiConnectionException(e.getClass().getSimpleName(), e);
        }
    }

    private HttpURLConnection send(StripeRequest request) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) request.url().openConnection();
        connection.setConnectTimeout(request.options().getConnectTimeout());
        connection.setReadTimeout(request.options().getReadTimeout());
        connection.setUseCaches(false);
        // The key goes to the configured address and nowhere else.
        connection.setInstanceFollowRedirects(false);
        connection.setRequestMethod(request.method().name());
        for (Map.Entry<String, List<String>> header : request.headers().map().entrySet()) {
            connection.setRequestProperty(header.getKey(), String.join(",", header.getValue()));
        }
        connection.setRequestProperty("User-Agent", buildUserAgentString(request));
        connection.setRequestProperty("X-Stripe-Client-User-Agent", runtime);
        if (request.content() != null) {
            byte[] content = request.content().byteArrayContent();
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", request.content().contentType());
            try (OutputStream out = connection.getOutputStream()) {
                out.write(content);
            }
        }
        return connection;
    }

    private String body(HttpURLConnection connection, int status) throws IOException {
        @Nullable InputStream answer =
                status < 400 ? connection.getInputStream() : connection.getErrorStream();
        if (answer == null) {
            return "";
        }
        long startedNanos = System.nanoTime();
        try (answer) {
            var body = new ByteArrayOutputStream(BUFFER_BYTES);
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = answer.read(buffer); read >= 0; read = answer.read(buffer)) {
                body.write(buffer, 0, read);
                if (System.nanoTime() - startedNanos > answerTimeout.toNanos()
                        || body.size() > ANSWER_BYTES_MAX) {
                    connection.disconnect();
                    throw new SocketTimeoutException("the answer does not end");
                }
            }
            return body.toString(StandardCharsets.UTF_8);
        }
    }

    /// The client fails with null pointers on what is not a JSON object.
    private static boolean isObject(@Nullable String contentType, String body) {
        return contentType != null
                && contentType.toLowerCase(Locale.ROOT).startsWith("application/json")
                && body.stripLeading().startsWith("{");
    }
}
