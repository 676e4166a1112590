package dev.orderstream.orders.description;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.orderstream.client.ApiClient;
import dev.orderstream.client.ApiException;
import dev.orderstream.client.api.OrdersApi;
import dev.orderstream.client.model.Address;
import dev.orderstream.client.model.Money;
import dev.orderstream.client.model.OrderLine;
import dev.orderstream.client.model.OrderRequest;
import dev.orderstream.client.model.OrderRequestCustomer;
import dev.orderstream.client.model.Problem;
import dev.orderstream.orders.testing.Tokens;
import io.restassured.RestAssured;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// The client that the build generates from the committed description, as a stranger sets it up.
final class GeneratedClient {

    private GeneratedClient() {}

    /// The API as this owner calls it.
    static OrdersApi of(String owner) {
        return new OrdersApi(with(Tokens.of("storefront", owner)));
    }

    /// A client that sends this token.
    static ApiClient with(String token) {
        ApiClient client = new ApiClient();
        client.updateBaseUri("http://127.0.0.1:" + RestAssured.port);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        return client;
    }

    /// A key for a new order.
    static String key() {
        return UUID.randomUUID().toString();
    }

    /// An order that is taken, of so many of one thing.
    static OrderRequest order(int quantity) {
        return new OrderRequest()
                .customer(new OrderRequestCustomer().name("Ada Lovelace").email("ada@example.org"))
                .shippingAddress(new Address().street("1 Main St").city("London").country("GB"))
                .addLinesItem(
                        new OrderLine()
                                .sku("85123A")
                                .description("WHITE HANGING HEART")
                                .quantity(quantity)
                                .unitPrice(new Money().amount(255L).currency("GBP")))
                .paymentMethod("pm_card_visa");
    }

    /// What a call that fails throws.
    static ApiException failure(ThrowingCallable call) {
        return catchThrowableOfType(ApiException.class, call);
    }

    /// The problem document that an exception carries.
    static Problem problem(ApiException failure) throws JsonProcessingException {
        return ApiClient.createDefaultObjectMapper()
                .readValue(failure.getResponseBody(), Problem.class);
    }
}
