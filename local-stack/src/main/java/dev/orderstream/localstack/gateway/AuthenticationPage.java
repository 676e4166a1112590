package dev.orderstream.localstack.gateway;

import dev.orderstream.localstack.web.Answer;
import dev.orderstream.localstack.web.FormText;
import dev.orderstream.localstack.web.Html;
import dev.orderstream.localstack.web.Request;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/// The page on which a person approves or rejects a payment (3-D Secure); its link carries the
/// client secret.
final class AuthenticationPage {

    private static final String PATH = "/3d_secure/";
    private static final String SECRET = "client_secret";

    private final Books books;
    private final Desk desk;

    AuthenticationPage(Books books, Desk desk) {
        this.books = books;
        this.desk = desk;
    }

    static String address(String base, PaymentIntent intent) {
        return base + PATH + intent.id() + "?" + SECRET + "=" + intent.clientSecret();
    }

    static boolean isAt(String path) {
        return path.startsWith(PATH);
    }

    Answer handle(Request request) throws IOException {
        PaymentIntent intent = find(request);
        if (intent == null) {
            return page(404, AuthenticationHtml.message("This link leads to no payment."), null);
        }
        if (request.is("POST")) {
            decide(request, intent);
            PaymentIntent now = find(request);
            return now == null ? Answer.empty(404) : done(now);
        }
        return intent.status() == IntentStatus.REQUIRES_ACTION
                ? page(200, AuthenticationHtml.question(intent), intent)
                : page(200, AuthenticationHtml.outcome(intent), intent);
    }

    /// A second answer changes nothing and sees the first one's outcome.
    private void decide(Request request, PaymentIntent intent) throws IOException {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        boolean approved = "approve".equals(FormText.parse(body).get("decision"));
        Authentication.Result unused = Authentication.answer(desk, intent.id(), approved);
    }

    private @Nullable PaymentIntent find(Request request) {
        String id = request.path().substring(PATH.length());
        String secret = request.query().getOrDefault(SECRET, "");
        PaymentIntent intent = books.read(state -> state.intents.get(id));
        return intent != null
                        && MessageDigest.isEqual(
                                intent.clientSecret().getBytes(StandardCharsets.UTF_8),
                                secret.getBytes(StandardCharsets.UTF_8))
                ? intent
                : null;
    }

    private static Answer done(PaymentIntent intent) {
        String returnUrl = intent.extras().returnUrl();
        return returnUrl == null
                ? page(200, AuthenticationHtml.outcome(intent), intent)
                : Answer.seeOther(returnAddress(returnUrl, intent));
    }

    /// The shop's address with the parameters that the gateway documents.
    static String returnAddress(String returnUrl, PaymentIntent intent) {
        boolean paid = intent.status() == IntentStatus.SUCCEEDED;
        return returnUrl
                + (returnUrl.contains("?") ? "&" : "?")
                + "payment_intent="
                + intent.id()
                + "&payment_intent_client_secret="
                + URLEncoder.encode(intent.clientSecret(), StandardCharsets.UTF_8)
                + "&redirect_status="
                + (paid ? "succeeded" : "failed");
    }

    private static Answer page(int status, String body, @Nullable PaymentIntent intent) {
        return Answer.html(status, AuthenticationHtml.page(body))
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
                                + " frame-ancestors 'none'; form-action 'self'"
                                + shop(intent))
                .with("Referrer-Policy", "no-referrer")
                .with("Cache-Control", "no-store");
    }

    /// A form's redirect has to be allowed too.
    private static String shop(@Nullable PaymentIntent intent) {
        String returnUrl = intent == null ? null : intent.extras().returnUrl();
        if (returnUrl == null) {
            return "";
        }
        try {
            URI uri = new URI(returnUrl);
            return " " + uri.getScheme() + "://" + Html.escape(uri.getRawAuthority());
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
