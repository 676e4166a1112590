package dev.orderstream.email.composing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.email.testing.Orders;
import dev.orderstream.email.testing.StackResource;
import dev.orderstream.events.Address;
import dev.orderstream.events.Customer;
import dev.orderstream.events.EmailOccasion;
import dev.orderstream.events.Money;
import dev.orderstream.events.OrderLine;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What each mail says; the pages are left in `target/mails` to be looked at.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ComposerIT {

    private static final Money AMOUNT = new Money(2208, "GBP");

    @Inject Composer composer;

    @Test
    void everyOccasionHasAMailWithBothBodiesAndAbsoluteLinks() throws IOException {
        UUID order = Ids.next();
        OrderDetails details = OrderDetails.of(Orders.created(order));
        Set<EmailOccasion> written = EnumSet.noneOf(EmailOccasion.class);
        for (Telling event : Telling.values()) {
            Turn turn = event.turn();
            ComposedMail mail =
                    composer.compose(new KnownOrder(order, details), new MailInput(turn, true));

            written.add(turn.occasion());
            Path target = Files.createDirectories(Path.of("target/mails"));
            Files.writeString(target.resolve(turn.occasion() + ".html"), mail.html());
            Files.writeString(target.resolve(turn.occasion() + ".txt"), mail.text());
            assertThat(mail.subject()).isNotBlank();
            for (String body : List.of(mail.text(), mail.html())) {
                assertThat(body)
                        .contains("Ada Lovelace", "http://127.0.0.1:8080/orders/" + order)
                        .doesNotContain("NOT_FOUND");
            }
            assertThat(mail.text()).doesNotContain("<", "&#", "{");
            assertThat(links(mail.html())).isNotEmpty().allMatch(link -> link.startsWith("http"));
        }
        assertThat(written).containsExactlyInAnyOrder(EmailOccasion.values());
    }

    @Test
    void whatOthersWroteIsTextInEveryMail() {
        String hostile =
                "{order.url}{#if true}{amount}{/if}\r\nTotal: nothing\u2028{config:['x']}<b>&{|";
        UUID order = Ids.next();
        OrderDetails details = details(hostile, "en-GB");
        for (Telling event : Telling.values()) {
            Turn turn =
                    event == Telling.DISPATCHED
                            ? new Turn.ShipmentDispatched(hostile, hostile)
                            : event.turn();
            ComposedMail harmless =
                    composer.compose(
                            new KnownOrder(order, details("Ada", "en-GB")),
                            new MailInput(turn, true));
            ComposedMail mail =
                    composer.compose(new KnownOrder(order, details), new MailInput(turn, true));

            assertThat(mail.subject()).isEqualTo(harmless.subject());
            assertThat(mail.text())
                    .contains(
                            "{order.url}{#if true}{amount}{/if} Total: nothing {config:['x']}<b>&{|");
            assertThat(mail.text().lines().count()).isEqualTo(harmless.text().lines().count());
            assertThat(mail.html())
                    .contains("{order.url}{#if true}{amount}{/if} Total: nothing")
                    .contains("&lt;b&gt;&amp;{|")
                    .doesNotContain("<b>");
        }
    }

    @Test
    void anActionLinkLeadsToTheWebOrToTheOrder() {
        UUID order = Ids.next();
        String own = "http://127.0.0.1:8080/orders/" + order;
        assertThat(actionLink(order, "https://bank.example/3ds?a=1&b=2#c"))
                .isEqualTo("https://bank.example/3ds?a=1&amp;b=2#c");
        for (String bad :
                List.of(
                        "javascript:alert(1)",
                        "data:text/html,x",
                        "//bank.example/3ds",
                        "/3ds",
                        "https:",
                        "https://shop.example@evil.example/",
                        "https://bank.example/\" onclick=\"x",
                        "https://bank.example/\r\nBcc: x@example.com")) {
            assertThat(actionLink(order, bad)).as(bad).isEqualTo(own);
        }
    }

    @Test
    void aCancellationSaysWhyAndSpeaksOfMoneyOnlyWhenItWasTaken() {
        OrderDetails details = details("Ada", "en-GB");
        Turn turn = new Turn.OrderCancelled("carrier-refused");

        ComposedMail paid =
                composer.compose(new KnownOrder(Ids.next(), details), new MailInput(turn, true));
        ComposedMail unpaid =
                composer.compose(new KnownOrder(Ids.next(), details), new MailInput(turn, false));

        for (String body : List.of(paid.text(), paid.html())) {
            assertThat(body).contains("does not deliver to this address", "give back what you");
        }
        for (String body : List.of(unpaid.text(), unpaid.html())) {
            assertThat(body)
                    .contains("does not deliver to this address")
                    .doesNotContain("give back", "card");
        }
    }

    @Test
    void momentsAndAmountsAreWrittenAsTheCustomerReadsThem() {
        Turn turn = Telling.ACTION_REQUIRED.turn();

        assertThat(text(turn, "en-GB")).contains("£22.08", "by 23 November 2026, 11:00 UTC;");
        assertThat(text(turn, "de-DE")).contains("22,08\u00a0£", "23. November 2026, 11:00 UTC;");
        assertThat(text(new Turn.PaymentRefunded(new Money(2208, "JPY")), "fr-FR"))
                .contains("2\u202f208\u00a0JPY");
    }

    @Test
    void aLongOrderIsCutAndSaysSo() {
        OrderDetails details =
                new OrderDetails(
                        new Customer("c", "Ada", "ada@example.com", null),
                        Orders.created(Ids.next()).shippingAddress(),
                        Collections.nCopies(
                                2000, new OrderLine("X", "Thing", 1, new Money(1, "GBP"))),
                        new Money(2000, "GBP"));

        ComposedMail mail =
                composer.compose(
                        new KnownOrder(Ids.next(), details),
                        new MailInput(new Turn.OrderReceived(), false));

        assertThat(mail.html()).contains("and 1950 more").hasSizeLessThan(100_000);
        assertThat(mail.text()).contains("and 1950 more");
    }

    @Test
    void amountsAreWrittenAsTheCustomerReadsThem() {
        var german = new Customer("c", "Jörg", "j@example.com", "de-DE");
        OrderDetails details =
                new OrderDetails(
                        german,
                        Orders.created(Ids.next()).shippingAddress(),
                        List.of(new OrderLine("X", "Ding", 1, new Money(123456, "EUR"))),
                        new Money(123456, "EUR"));

        ComposedMail mail =
                composer.compose(
                        new KnownOrder(Ids.next(), details),
                        new MailInput(new Turn.OrderReceived(), false));

        assertThat(mail.text()).contains("1.234,56\u00a0€");
    }

    private String actionLink(UUID order, String url) {
        Turn turn = new Turn.PaymentActionRequired(AMOUNT, url, Instant.EPOCH);
        String html =
                composer.compose(
                                new KnownOrder(order, details("Ada", "en-GB")),
                                new MailInput(turn, false))
                        .html();
        return links(html).getFirst();
    }

    private String text(Turn turn, String locale) {
        return composer.compose(
                        new KnownOrder(Ids.next(), details("Ada", locale)),
                        new MailInput(turn, false))
                .text();
    }

    /// In the order of the page.
    private static List<String> links(String html) {
        return Pattern.compile("href=\"([^\"]*)\"")
                .matcher(html)
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    /// An order in which everything that a customer writes is this text.
    private static OrderDetails details(String text, String locale) {
        return new OrderDetails(
                new Customer("c", text, "ada@example.com", locale),
                new Address(text, text, text, "GB"),
                List.of(new OrderLine("X", text, 1, AMOUNT)),
                AMOUNT);
    }
}
