package dev.orderstream.localstack.gateway;

import dev.orderstream.localstack.web.Html;
import java.util.Locale;

/// The words and the looks of the approval page.
final class AuthenticationHtml {

    private static final String HEAD =
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Approve a payment</title>
            <style>
            :root { color-scheme: light dark; --ink: #1a2233; --dim: #5b667a; --card: #fff; --ground: #eef1f6;
              --line: #d9dfe9; --go: #1c64f2; --go-ink: #fff; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e8ecf4; --dim: #9aa6bb; --card: #1a2130; --ground: #0f141f; --line: #313b4f; --go: #5b93ff; --go-ink: #0b1222; } }
            * { box-sizing: border-box; margin: 0; }
            body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground);
              min-height: 100vh; display: grid; place-items: center; padding: 1rem; }
            main { width: 100%; max-width: 25rem; background: var(--card); border: 1px solid var(--line);
              border-radius: 14px; padding: 1.75rem; }
            .bank { display: flex; justify-content: space-between; font-size: .8125rem; color: var(--dim);
              padding-bottom: 1rem; border-bottom: 1px solid var(--line); margin-bottom: 1.25rem; }
            h1 { font-size: 1.25rem; line-height: 1.3; }
            .sum { font-size: 2rem; font-weight: 650; font-variant-numeric: tabular-nums; margin: .5rem 0 1rem; }
            dl { display: grid; grid-template-columns: auto 1fr; gap: .35rem 1rem; font-size: .875rem; margin-bottom: 1.5rem; }
            dt { color: var(--dim); }
            dd { text-align: right; overflow-wrap: anywhere; }
            form { display: grid; gap: .625rem; }
            button { font: inherit; font-weight: 600; min-height: 3rem; border-radius: 10px; cursor: pointer;
              border: 1px solid var(--line); background: none; color: var(--ink); }
            button.go { background: var(--go); border-color: var(--go); color: var(--go-ink); }
            button:focus-visible, a:focus-visible { outline: 3px solid var(--go); outline-offset: 2px; }
            a { color: var(--go); }
            p + p { margin-top: .75rem; }
            </style>
            </head>
            <body>
            <main>
            <div class="bank"><span>Card issuer</span><span>Simulated, no real money</span></div>
            """;

    private AuthenticationHtml() {}

    static String page(String body) {
        return HEAD + body + "</main>\n</body>\n</html>\n";
    }

    static String message(String text) {
        return "<h1>" + Html.escape(text) + "</h1>\n";
    }

    static String question(PaymentIntent intent) {
        String order = intent.metadata().getOrDefault("order_id", intent.id());
        return """
        <h1>Approve this payment?</h1>
        <p class="sum">%s</p>
        <dl>
        <dt>Card</dt><dd>%s</dd>
        <dt>Order</dt><dd>%s</dd>
        </dl>
        <form method="post">
        <button class="go" name="decision" value="approve">Approve payment</button>
        <button name="decision" value="reject">Reject</button>
        </form>
        """
                .formatted(sum(intent), card(intent), Html.escape(order));
    }

    static String outcome(PaymentIntent intent) {
        String words =
                switch (intent.status()) {
                    case SUCCEEDED -> "The payment was approved.";
                    case CANCELED -> "The payment was canceled.";
                    default -> "The payment was not made.";
                };
        String url = intent.extras().returnUrl();
        String back =
                url == null
                        ? ""
                        : "<p><a href=\""
                                + Html.escape(AuthenticationPage.returnAddress(url, intent))
                                + "\">Back to the shop</a></p>\n";
        return message(words) + "<p class=\"sum\">" + sum(intent) + "</p>\n" + back;
    }

    private static String sum(PaymentIntent intent) {
        return Html.escape(
                Amounts.show(intent.amount(), intent.currency()).toUpperCase(Locale.ROOT));
    }

    private static String card(PaymentIntent intent) {
        if (intent.card() == null) {
            return "none";
        }
        TestCard card = TestCards.get(intent.card());
        String brand =
                card.brand().substring(0, 1).toUpperCase(Locale.ROOT) + card.brand().substring(1);
        return Html.escape(brand + " ending in " + card.last4());
    }
}
