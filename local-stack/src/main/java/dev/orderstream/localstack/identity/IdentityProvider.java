package dev.orderstream.localstack.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.orderstream.localstack.web.Answer;
import dev.orderstream.localstack.web.FormText;
import dev.orderstream.localstack.web.JsonText;
import dev.orderstream.localstack.web.LocalHttpServer;
import dev.orderstream.localstack.web.Request;
import dev.orderstream.localstack.web.RequestRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Signs in the customers of the storefront's page: whoever says a name is believed.
public final class IdentityProvider implements AutoCloseable {

    /// @param port 0 takes any free one
    /// @param privateKey signs the tokens
    /// @param origins the pages that may ask for tokens
    public record Options(String host, int port, Path privateKey, Set<String> origins) {
        public Options {
            origins = Set.copyOf(origins);
        }
    }

    private static final int NAME_LENGTH_MAX = 100;
    private static final String PREFLIGHT_AGE_S = "600";

    private final LocalHttpServer server;
    private final CustomerTokens tokens;
    private final Set<String> origins;

    private IdentityProvider(LocalHttpServer server, CustomerTokens tokens, Set<String> origins) {
        this.server = server;
        this.tokens = tokens;
        this.origins = origins;
    }

    /// Takes the port, and answers.
    public static IdentityProvider start(Options options) throws IOException {
        CustomerTokens tokens = CustomerTokens.signedWith(options.privateKey());
        LocalHttpServer server = LocalHttpServer.bind(options.host(), options.port());
        IdentityProvider provider = new IdentityProvider(server, tokens, options.origins());
        server.serve(provider::handle);
        return provider;
    }

    public int port() {
        return server.port();
    }

    private Answer handle(Request request) throws IOException {
        String origin = request.header("Origin");
        if (origin != null && !origins.contains(origin)) {
            throw new RequestRefused(403, "Only for the storefront's page");
        }
        Answer answer =
                switch (request.method() + " " + request.path()) {
                    case "GET /health" -> Answer.text(200, "ok");
                    case "OPTIONS /token" -> preflight();
                    case "POST /token" -> token(request);
                    default -> Answer.text(404, "Sign in with POST /token");
                };
        return shared(answer, origin);
    }

    private static Answer shared(Answer answer, @Nullable String origin) {
        return origin == null
                ? answer
                : answer.with("Access-Control-Allow-Origin", origin).with("Vary", "Origin");
    }

    private static Answer preflight() {
        return Answer.empty(204)
                .with("Access-Control-Allow-Methods", "POST")
                .with("Access-Control-Allow-Headers", "Content-Type")
                .with("Access-Control-Max-Age", PREFLIGHT_AGE_S);
    }

    private Answer token(Request request) throws IOException {
        String name = name(request).strip();
        if (name.isEmpty()
                || name.length() > NAME_LENGTH_MAX
                || name.codePoints().anyMatch(IdentityProvider::isBroken)) {
            return json(
                    400,
                    Map.of(
                            "error",
                            "invalid_request",
                            "error_description",
                            "Send a name of 1 to " + NAME_LENGTH_MAX + " characters"));
        }
        return json(
                200,
                Map.of(
                        "access_token",
                        tokens.of(name, Clock.systemUTC().instant()),
                        "token_type",
                        "Bearer",
                        "expires_in",
                        CustomerTokens.LIFETIME_S));
    }

    private static boolean isBroken(int codePoint) {
        return Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static String name(Request request) throws IOException {
        String type = request.header("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            String form = new String(request.body(), StandardCharsets.UTF_8);
            return FormText.parse(form).getOrDefault("name", "");
        }
        try {
            return JsonText.PLAIN.readTree(request.body()).path("name").asText();
        } catch (JsonProcessingException e) {
            throw new RequestRefused(400, "Malformed JSON");
        }
    }

    private static Answer json(int status, Object value) throws IOException {
        return Answer.json(status, JsonText.bytes(value)).with("Cache-Control", "no-store");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
