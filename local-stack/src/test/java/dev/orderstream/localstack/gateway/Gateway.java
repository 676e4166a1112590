package dev.orderstream.localstack.gateway;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/// A simulator on a free port with the official client in front of it.
final class Gateway implements AutoCloseable {

    static final String KEY = "sk_test_51orderstream";
    static final String SECRET = "whsec_first";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final GatewaySimulator simulator;
    final StripeClient stripe;

    private Gateway(GatewaySimulator simulator) {
        this.simulator = simulator;
        this.stripe = StripeClient.builder().setApiKey(KEY).setApiBase(base()).build();
    }

    static Gateway at(Path data) throws IOException {
        return new Gateway(
                GatewaySimulator.start(
                        new GatewaySimulator.Options("127.0.0.1", 0, data, KEY, SECRET)));
    }

    String base() {
        return "http://127.0.0.1:" + simulator.port();
    }

    static PaymentIntentCreateParams.Builder pays(String card, long amount) {
        return PaymentIntentCreateParams.builder()
                .setAmount(amount)
                .setCurrency("gbp")
                .setPaymentMethod(card)
                .addPaymentMethodType("card")
                .setConfirm(true)
                .putMetadata("order_id", "order-1");
    }

    PaymentIntent pay(String card, long amount) throws StripeException {
        return stripe.v1().paymentIntents().create(pays(card, amount).build());
    }

    PaymentIntent pay(PaymentIntentCreateParams params, String key) throws StripeException {
        return stripe.v1().paymentIntents().create(params, key(key));
    }

    static RequestOptions key(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base() + path)));
    }

    HttpResponse<String> put(String path, String json) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(base() + path))
                        .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpResponse<String> post(String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base() + path))
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    void behave(String json) throws IOException, InterruptedException {
        HttpResponse<String> answer = put("/_simulator/behaviour", json);
        if (answer.statusCode() != 200) {
            throw new IllegalArgumentException(answer.body());
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() throws IOException {
        simulator.close();
    }
}
