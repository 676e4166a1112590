package dev.orderstream.operations.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderstream.operations.demo.Order.Plan;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/// Does what the customers of a demo do with their orders: by the storefront's API, and on the page
/// of their bank.
final class Customers implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(300);

    /// A customer who is never asked goes away.
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final HttpClient bank =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Storefront storefront;
    private final URI gateway;
    private final Posted posted;

    /// @param gateway where the bank's page is
    Customers(Storefront storefront, URI gateway, Posted posted) {
        this.storefront = storefront;
        this.gateway = gateway;
        this.posted = posted;
    }

    /// Returns when the customer has done all they planned.
    void act(Plan plan, UUID order) throws InterruptedException {
        posted.planned(order, plan.scenario());
        switch (plan.scenario().action()) {
            case NONE -> {}
            case APPROVE -> answerTheBank(order, "approve");
            case REJECT -> answerTheBank(order, "reject");
            case CANCEL -> {
                Thread.sleep(plan.after());
                cancel(order);
            }
            case CANCEL_TWICE -> {
                Thread.sleep(plan.after());
                Thread other = Thread.ofVirtual().start(() -> cancelUninterrupted(order));
                cancel(order);
                other.join();
            }
        }
    }

    private void cancel(UUID order) throws InterruptedException {
        posted.cancellation(storefront.cancel(order));
    }

    private void cancelUninterrupted(UUID order) {
        try {
            cancel(order);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Who comes too late for the bank, because it asked too late or nobody showed the question,
    /// has done the same as one who went away.
    private void answerTheBank(UUID order, String answer) throws InterruptedException {
        if (!asked(order, answer)) {
            posted.planned(order, Scenario.AUTHENTICATION_ABANDONED);
        }
    }

    /// @return whether the bank took the answer
    private boolean asked(UUID order, String answer) throws InterruptedException {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < giveUpAt) {
            JsonNode view = storefront.view(order);
            String url = view.path("payment").path("actionUrl").asText();
            String status = view.path("status").asText();
            if (!url.isEmpty()) {
                return taken(url, answer);
            }
            if (!status.isEmpty()
                    && !status.equals("PROCESSING")
                    && !status.equals("ACTION_REQUIRED")) {
                return false;
            }
            Thread.sleep(LOOK_EVERY);
        }
        return false;
    }

    private boolean taken(String url, String answer) throws InterruptedException {
        Path page = Path.of(URI.create(url).getPath());
        URI button =
                gateway.resolve("/_simulator/payment_intents/" + page.getFileName() + "/" + answer);
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(button)
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build();
            return bank.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 300;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        bank.shutdownNow();
    }
}
