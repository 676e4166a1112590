package dev.orderstream.localstack.gateway;

import dev.orderstream.localstack.web.Answer;
import dev.orderstream.localstack.web.LocalHttpServer;
import dev.orderstream.localstack.web.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;

/// A card gateway on this machine that the official Stripe client talks to, by its base URL alone.
public final class GatewaySimulator implements AutoCloseable {

    /// @param port 0 takes any free one
    /// @param dataDir keeps the state across restarts
    /// @param webhookSecret signs webhooks until others are set
    public record Options(
            String host, int port, Path dataDir, String apiKey, String webhookSecret) {}

    private static final String ENDPOINT = "/webhooks/gateway";

    /// What payments-service learns from.
    private static final List<String> EVENTS =
            List.of(
                    GatewayEvent.SUCCEEDED,
                    GatewayEvent.PAYMENT_FAILED,
                    GatewayEvent.REQUIRES_ACTION,
                    GatewayEvent.CANCELED,
                    GatewayEvent.REFUND_UPDATED,
                    GatewayEvent.REFUND_FAILED);

    private final LocalHttpServer server;
    private final Books books;
    private final Mischief mischief;
    private final Webhooks webhooks;
    private final Desk desk;
    private final Api api;
    private final Control control;
    private final AuthenticationPage page;

    private GatewaySimulator(Options options, String base, LocalHttpServer server, Books books) {
        this.server = server;
        this.books = books;
        Behaviour.Webhooks noEndpoint =
                new Behaviour.Webhooks(
                        false,
                        null,
                        Behaviour.Webhooks.ALL_EVENTS,
                        List.of(options.webhookSecret()),
                        0,
                        0,
                        false);
        this.mischief = new Mischief(Behaviour.perfect(noEndpoint));
        this.webhooks = new Webhooks(books, mischief, base);
        this.desk = new Desk(books, mischief, webhooks);
        this.api = new Api(books, desk, mischief, new Access(options.apiKey()), base);
        this.control = new Control(books, desk, mischief, webhooks);
        this.page = new AuthenticationPage(books, desk);
    }

    /// Takes the port, reads the state of earlier runs, and answers.
    public static GatewaySimulator start(Options options) throws IOException {
        return start(options, port -> "http://" + options.host() + ":" + port);
    }

    /// The same behind another address, by which customers are sent to approve their payments.
    public static GatewaySimulator start(Options options, String address) throws IOException {
        return start(options, port -> address);
    }

    private static GatewaySimulator start(Options options, IntFunction<String> address)
            throws IOException {
        LocalHttpServer server = LocalHttpServer.bind(options.host(), options.port());
        try {
            Books books = Books.open(options.dataDir());
            GatewaySimulator gateway =
                    new GatewaySimulator(options, address.apply(server.port()), server, books);
            server.serve(gateway::handle);
            return gateway;
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    /// Registers the webhook endpoint of the payments-service that answers at this address.
    public void registerPaymentsService(String address) {
        Behaviour now = mischief.behaviour();
        mischief.set(now.with(now.webhooks().at(address + ENDPOINT, EVENTS)));
        webhooks.resume();
    }

    public int port() {
        return server.port();
    }

    private Answer handle(Request request) throws IOException, InterruptedException {
        String path = request.path();
        if (path.startsWith("/v1/")) {
            return api.handle(request);
        }
        if (path.startsWith("/_simulator/")) {
            return control.handle(request);
        }
        return AuthenticationPage.isAt(path)
                ? page.handle(request)
                : Answer.text(404, "This is the card gateway simulator. Its API is at /v1.");
    }

    @Override
    public void close() throws IOException {
        try (books;
                desk;
                webhooks;
                server) {
            // One that does not close keeps no other from being closed
        }
    }
}
