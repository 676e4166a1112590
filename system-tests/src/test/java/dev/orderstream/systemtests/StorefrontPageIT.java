package dev.orderstream.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The storefront's page on a running stack, as customers use it.
///
/// `-Dorderstream.screenshots=true` makes the pictures in `docs/start` anew.
@ExtendWith(SharedStack.class)
@SuppressWarnings("NullAway.Init")
class StorefrontPageIT {

    private static final boolean PICTURES = Boolean.getBoolean("orderstream.screenshots");

    /// More than the page looks at an order that is over.
    private static final int LOOKS_UNTIL_REFUND = 15;

    private static final String REFUNDED = "Cancelled, and your money is back";

    private static @Nullable Chromium chromium;
    private static URI shop;
    private Customer ada;

    @BeforeAll
    static void open(RunningStack stack) throws Exception {
        Optional<Path> executable = Chromium.find();
        if (executable.isEmpty()) {
            System.out.println(Chromium.MISSING);
        }
        assumeTrue(executable.isPresent(), Chromium.MISSING);
        chromium = Chromium.start(executable.get());
        shop = stack.address("orders");
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void visit() {
        ada = visiting(1280, 900);
    }

    @AfterEach
    void leave() {
        ada.close();
    }

    @Test
    void anOrderIsPlacedAndSeenUntilItIsDelivered() {
        ada.picks("Garden lantern");
        ada.picks("Potted fern");
        ada.button("One Potted fern more").click();
        ada.is("Ada Lovelace");
        picture(ada, "shop");
        assertThat(ada.barriers()).isEmpty();
        List<Integer> streams = new ArrayList<>();
        ada.page()
                .onResponse(response -> {
                    if (response.url().endsWith("/events")) {
                        streams.add(response.status());
                    }
                });

        ada.places();

        ada.sees("On its way to you");
        picture(ada, "order");
        ada.sees("Delivered");
        ada.reads("Your parcel was delivered.");
        assertThat(ada.steps())
                .containsOnlyOnce("ORDER_PLACED", "PAYMENT_SUCCEEDED", "SHIPMENT_DELIVERED");
        assertThat(streams).isNotEmpty().containsOnly(200);
        assertThat(ada.page().getByText("£34.50")).isVisible();
        assertThat(ada.barriers()).isEmpty();
    }

    @Test
    void aDeclinedPaymentSaysWhyAndToItsCustomerOnly() {
        ordered("Grace", "Insufficient funds", "It arrives");

        ada.sees("The payment failed");
        ada.reads("Your card does not have the funds for this payment.");
        assertThat(ada.button("Cancel this order")).isHidden();
        try (Customer stranger = visiting(1280, 900)) {
            stranger.page().navigate(ada.page().url());
            stranger.sees("Who are you?");

            stranger.page().getByLabel("Your name").fill("Somebody else");
            stranger.button("Sign in").click();

            assertThat(stranger.page().getByText("has no order at this address")).isVisible();
        }
    }

    @Test
    void theBankIsAskedAndSendsTheCustomerBack() {
        ordered("Joan", "Asks for 3-D Secure", "It arrives");
        ada.sees("Confirm your payment");
        assertThat(ada.barriers()).isEmpty();
        String order = ada.page().url();

        ada.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Go to your bank"))
                .click();
        ada.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Approve"))
                .click();

        assertThat(ada.page()).hasURL(order);
        ada.reads("Your payment went through.");
        ada.reads("Your parcel is on its way");
    }

    @Test
    void anOrderIsCancelledInOneTabAndSeenSoInAnother() {
        ordered("Mary", "Paid", "The carrier cannot be reached");
        ada.reads("Your payment went through.");
        Customer other = ada.inAnotherTab();
        other.reads("Your payment went through.");

        ada.cancels();

        ada.sees(REFUNDED);
        other.sees(REFUNDED);
        // The headline follows the first step that comes with this status, the list the last.
        other.reads("We returned your money.");
        assertThat(other.steps())
                .containsOnlyOnce("CANCELLATION_REQUESTED", "ORDER_CANCELLED", "PAYMENT_REFUNDED");
    }

    /// The payment was under way when the order was cancelled, and takes longer than the page looks
    /// at an order that is over.
    @Test
    void aRefundIsSeenHoweverLongItComesAfterTheCancellation() {
        AtomicInteger looks = new AtomicInteger();
        ada.page().route(Pattern.compile("/orders/[^/]+/events$"), Route::abort);
        ada.page()
                .route(
                        Pattern.compile("/orders/[^/]+$"),
                        route -> {
                            int look = looks.incrementAndGet();
                            String status = look < LOOKS_UNTIL_REFUND ? "CANCELLED" : "REFUNDED";
                            ObjectNode order = order(route.fetch().body());
                            order.put("status", status).remove(List.of("payment", "cancellation"));
                            if (look > 1) {
                                order.putObject("payment").put("paidAt", "2026-11-22T09:00:00Z");
                            }
                            route.fulfill(
                                    new Route.FulfillOptions()
                                            .setContentType("application/json")
                                            .setBody(order.toString()));
                        });

        ordered("Rosalind", "Paid", "It arrives");

        ada.sees("Cancelled");
        ada.sees(REFUNDED);
        ada.page().unrouteAll();
    }

    private static ObjectNode order(byte[] json) {
        try {
            return new ObjectMapper().readValue(json, ObjectNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Answers are lost until the customer loads the page again.
    @Test
    void anOrderWhoseAnswerIsLostIsPlacedOnce() {
        AtomicInteger asked = new AtomicInteger();
        AtomicBoolean reloaded = new AtomicBoolean();
        ada.page()
                .route(
                        "**/orders",
                        route -> {
                            if (!route.request().method().equals("POST")) {
                                route.resume();
                                return;
                            }
                            asked.incrementAndGet();
                            if (reloaded.get()) {
                                route.resume();
                            } else {
                                var unused = route.fetch();
                                route.abort();
                            }
                        });
        ada.picks("Stoneware mug");
        ada.is("Hedy " + System.nanoTime());
        ada.places();
        assertThat(ada.page().getByText("Trying again")).isVisible();

        reloaded.set(true);
        ada.page().reload();

        ada.reads("We received your order.");
        assertThat(asked.get()).isGreaterThan(1);
        ada.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Orderstream"))
                .click();
        assertThat(ada.page().locator(".rows li")).hasCount(1);
    }

    @Test
    void whoLosesTheConnectionOrLoadsThePageAgainMissesNothing() {
        ordered("Emmy", "Paid", "It starts late, then arrives");
        ada.reads("We received your order.");

        ada.page().reload();
        ada.reads("We received your order.");
        ada.page().context().setOffline(true);
        assertThat(ada.page().getByText("Reconnecting…")).isVisible();
        ada.page().context().setOffline(false);

        ada.reads("Your parcel is on its way");
        assertThat(ada.steps())
                .containsOnlyOnce("ORDER_PLACED", "PAYMENT_SUCCEEDED", "SHIPMENT_DISPATCHED");
    }

    @Test
    void theKeyboardIsEnoughAndAPhoneToo() {
        try (Customer phone = visiting(390, 844)) {
            reachByTab(phone, "Add Beeswax candle");
            phone.page().keyboard().press("Enter");
            assertThat(phone.button("One Beeswax candle more")).isFocused();
            phone.is("Sophie");
            assertThat(phone.barriers()).isEmpty();
            reachByTab(phone, "Place order");
            phone.page().keyboard().press("Enter");

            phone.reads("We received your order.");
            assertThat(
                            phone.page()
                                    .getByRole(
                                            AriaRole.HEADING,
                                            new Page.GetByRoleOptions().setLevel(1)))
                    .isFocused();
            Object overflow =
                    phone.page()
                            .evaluate("document.documentElement.scrollWidth - window.innerWidth");
            assertThat(overflow).isEqualTo(0);
        }
    }

    @Test
    void thePageIsItsOwnAndNobodyElses() {
        Response answer = ada.page().navigate("/");

        assertThat(answer.headerValue("content-security-policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        List<String> hosts = new ArrayList<>();
        ada.page().onRequest(request -> hosts.add(URI.create(request.url()).getAuthority()));
        ada.page().reload();
        assertThat(hosts).isNotEmpty().containsOnly(shop.getAuthority());
    }

    private void ordered(String name, String payment, String delivery) {
        ada.picks("Beeswax candle");
        ada.is(name);
        ada.letsThePayment(payment);
        ada.letsTheDelivery(delivery);
        ada.places();
    }

    private static Customer visiting(int width, int height) {
        if (chromium == null) {
            throw new IllegalStateException("no browser");
        }
        return Customer.visiting(chromium.browser(), shop, width, height);
    }

    private static void reachByTab(Customer customer, String name) {
        for (int presses = 0; presses < 60; presses++) {
            customer.page().keyboard().press("Tab");
            Object focused =
                    customer.page()
                            .evaluate(
                                    "document.activeElement.ariaLabel ?? document.activeElement.textContent");
            if (String.valueOf(focused).startsWith(name)) {
                return;
            }
        }
        throw new AssertionError("no way by keyboard to " + name);
    }

    private static void picture(Customer customer, String name) {
        if (PICTURES) {
            Path file = Repository.ROOT.resolve("docs/start/" + name + ".png");
            byte[] unused = customer.page().screenshot(new Page.ScreenshotOptions().setPath(file));
        }
    }
}
