package dev.orderstream.operations.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.orderstream.events.EmailOccasion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The gateway's ledger and the mailbox are read to their ends, and other people's rows left.
class OutsideWorldTest {

    private static final String LEDGER =
            """
            {"totals":{"gbp":{"captured":1999,"refunded":0,"payment_intents":3}},"rows":[
             {"payment_intent":"pi_1","order_id":"01990000-0000-7000-8000-00000000000a",
              "amount":1,"currency":"gbp","captured":1,"refunded":0,"successful_charges":1},
             {"payment_intent":"pi_2","order_id":"%1$s","amount":1999,"currency":"gbp",
              "captured":0,"refunded":0,"successful_charges":0,"decline_code":null},
             {"payment_intent":"pi_3","order_id":"%1$s","amount":1999,"currency":"gbp",
              "captured":1999,"refunded":5,"successful_charges":1}],"has_more":false}
            """;
    private static final String PAGE =
            """
            {"messages":[{"id":1,"subject":"x","headers":{"X-Orderstream-Order":"%s",
              "X-Orderstream-Occasion":"ORDER_RECEIVED"}}],"total":3,"next":%s}
            """;

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final URI address;
    private final Http http = new Http();
    private final EvidenceFiles files = new EvidenceFiles(List.of(Sound.ORDER));

    OutsideWorldTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @BeforeEach
    void start() {
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        http.close();
        server.stop(0);
    }

    @Test
    void everyChargeInTheLedgerIsFound() throws Exception {
        pages.put("/_simulator/ledger", LEDGER.formatted(Sound.ORDER.id()));

        new GatewayLedger(address, http).read(files);

        assertThat(files.of(Sound.ORDER.id()).orElseThrow().charges)
                .containsExactly(new Charge("GBP", 0, 0, 0), new Charge("GBP", 1999, 5, 1));
    }

    @Test
    void everyPageOfTheMailboxIsRead() throws Exception {
        pages.put("/api/messages?limit=10000&after=0", page(Sound.ORDER.id().toString(), "7"));
        pages.put("/api/messages?limit=10000&after=7", page("somebody-else", "9"));
        pages.put("/api/messages?limit=10000&after=9", page(Sound.ORDER.id().toString(), "null"));

        new Mailbox(address, http).read(files);

        assertThat(files.of(Sound.ORDER.id()).orElseThrow().mailbox)
                .isEqualTo(Map.of(EmailOccasion.ORDER_RECEIVED, 2));
    }

    @Test
    void whatDoesNotAnswerIsNotTakenForEmpty() {
        assertThatThrownBy(() -> new GatewayLedger(address, http).read(files))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("answered 404");
    }

    private static String page(String order, String next) {
        return PAGE.formatted(order, next);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String page = pages.get(exchange.getRequestURI().toString());
            byte[] body = (page == null ? "" : page).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(page == null ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
