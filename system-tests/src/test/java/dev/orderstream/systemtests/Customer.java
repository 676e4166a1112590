package dev.orderstream.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A customer with a browser of their own, who goes by what is written on the page.
final class Customer implements AutoCloseable {

    private static final double END_MS_MAX = 30_000;
    private static final String AXE = axe();

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints;

    private Customer(BrowserContext context, Page page, List<String> complaints) {
        this.context = context;
        this.page = page;
        this.complaints = complaints;
    }

    /// With a window of this size, at the shop's door.
    static Customer visiting(Browser browser, URI shop, int width, int height) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setBaseURL(shop.toString())
                                .setViewportSize(width, height)
                                .setReducedMotion(ReducedMotion.REDUCE));
        Customer customer = on(context, context.newPage());
        customer.page.navigate("/");
        return customer;
    }

    private static Customer on(BrowserContext context, Page page) {
        List<String> complaints = new ArrayList<>();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        return new Customer(context, page, complaints);
    }

    /// The same customer in another tab, at the same address.
    Customer inAnotherTab() {
        Customer other = on(context, context.newPage());
        other.page.navigate(page.url());
        return other;
    }

    Page page() {
        return page;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void picks(String good) {
        button("Add " + good).click();
    }

    void is(String name) {
        field("Name").fill(name);
        field("E-mail").fill("ada@example.org");
    }

    void letsThePayment(String go) {
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(go).setExact(true))
                .check();
    }

    void letsTheDelivery(String go) {
        page.getByLabel("How the delivery goes").selectOption(go);
    }

    void places() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Place order")).click();
    }

    /// Waits until the order stands so.
    void sees(String headline) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(headline, new LocatorAssertions.HasTextOptions().setTimeout(END_MS_MAX));
        assertThat(complaints).as("errors on the page").isEmpty();
    }

    /// Waits for a sentence of the timeline.
    void reads(String sentence) {
        assertThat(
                        page.getByRole(AriaRole.LISTITEM)
                                .filter(new Locator.FilterOptions().setHasText(sentence)))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(END_MS_MAX));
    }

    void cancels() {
        button("Cancel this order").click();
        button("Cancel the order").click();
    }

    /// The steps of the timeline, each as often as it is shown; read at one moment.
    List<String> steps() {
        Object steps =
                page.locator("[data-step]")
                        .evaluateAll("(rows) => rows.map((row) => row.dataset.step)");
        return ((List<?>) steps).stream().map(String::valueOf).toList();
    }

    /// What keeps people out, by the rules of WCAG that a program can check.
    List<?> barriers() {
        page.evaluate(AXE);
        Object found =
                page.evaluate(
                        """
                        async () => (await axe.run()).violations
                            .filter((rule) => ["serious", "critical"].includes(rule.impact))
                            .map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.html)}`)
                        """);
        return (List<?>) found;
    }

    private Locator field(String label) {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    private static String axe() {
        try (InputStream script = Customer.class.getResourceAsStream("/axe.min.js")) {
            if (script == null) {
                throw new IllegalStateException("no axe.min.js");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
