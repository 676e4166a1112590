package dev.orderstream.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a storefront sees of the API while parts of the system are away.
@ExtendWith(SharedStack.class)
@SuppressWarnings("NullAway.Init")
class OutagesIT {

    private static final Duration BACK_MAX = Duration.ofSeconds(120);

    /// Kafka misses a process that died after 10 s; by default it would after 45.
    private static final Duration TAKEN_OVER_MAX = Duration.ofSeconds(35);

    private static final List<String> BEHIND =
            List.of("kafka", "connect", "payments-service", "payments-service-2");

    private RunningStack stack;
    private URI first;
    private URI second;

    @BeforeEach
    void find(RunningStack running) throws IOException {
        stack = running;
        first = stack.address("orders");
        second = stack.address("orders-2");
    }

    @Test
    void ordersAreTakenWhileNothingBehindThemAnswersAndFinishLater() throws Exception {
        List<String> orders = new ArrayList<>();
        try (Shopper ada = Shopper.of(stack, "ada")) {
            try {
                for (String name : BEHIND) {
                    signal("STOP", stack.handle(name));
                }
                for (int i = 0; i < 20; i++) {
                    HttpResponse<String> answer =
                            ada.place(i % 2 == 0 ? first : second, key(), "N1 9GU");
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                    orders.add(Shopper.id(answer));
                }
                // A replica that starts meanwhile takes orders too.
                long _ = stack.kill("orders-service-2");
                String key = key();
                orders.add(patiently(() -> placed(ada, second, key)));
                assertThat(statuses(ada, orders)).containsOnlyKeys("PROCESSING");
            } finally {
                for (String name : BEHIND) {
                    signal("CONT", stack.handle(name));
                }
            }

            awaitAnswers(BACK_MAX)
                    .untilAsserted(
                            () -> assertThat(statuses(ada, orders)).containsOnlyKeys("DELIVERED"));
        }
    }

    @Test
    void whatAReplicaWasToReadIsSoonReadByTheOther() throws Exception {
        List<String> orders = new ArrayList<>();
        try (Shopper ada = Shopper.of(stack, "ada")) {
            long pid = stack.kill("payments-service");
            // Enough for all partitions.
            for (int i = 0; i < 24; i++) {
                orders.add(Shopper.id(ada.place(first, key(), "N1 9GU")));
            }

            awaitAnswers(TAKEN_OVER_MAX)
                    .untilAsserted(() ->
                            assertThat(statuses(ada, orders)).doesNotContainKey("PROCESSING"));
            awaitAnswers(BACK_MAX)
                    .untilAsserted(
                            () -> assertThat(statuses(ada, orders)).containsOnlyKeys("DELIVERED"));
            stack.awaitReturn("payments-service", pid);
        }
    }

    @Test
    void streamsTellEachStepOnceWhenTheDatabaseAndAReplicaDie() throws Exception {
        try (Shopper ada = Shopper.of(stack, "ada")) {
            // The carrier is away for it: it is refunded after a while.
            String order = Shopper.id(ada.place(first, key(), "AWAY"));
            try (Follower one = Follower.of(ada, List.of(first, second), order);
                    Follower other = Follower.of(ada, List.of(second, first), order)) {
                await().atMost(BACK_MAX)
                        .until(() -> !one.steps().isEmpty() && !other.steps().isEmpty());
                stack.killAndAwaitReturn("postgres");
                stack.killAndAwaitReturn("orders-service");

                await().atMost(BACK_MAX).until(() -> one.ended() && other.ended());

                // Received, paid, cancelled, refunded: the last may follow the end of a stream.
                awaitAnswers(BACK_MAX)
                        .until(() -> steps(ada, order).stream().filter(Step::mail).count() == 4);
                int connections = one.connections();
                one.askAgain();
                other.askAgain();
                await().atMost(BACK_MAX).until(() -> one.ended() && other.ended());
                List<String> told = steps(ada, order).stream().map(Step::eventId).toList();
                assertThat(told).hasSizeGreaterThan(6);
                assertThat(one.steps()).containsExactlyInAnyOrderElementsOf(told);
                assertThat(other.steps()).containsExactlyInAnyOrderElementsOf(told);
                assertThat(connections).as("connections of one follower").isGreaterThan(1);
            }
        }
    }

    @Test
    void aKeyStandsForOneOrderWhoeverDiesBeforeItsAnswer() throws Exception {
        Map<String, String> answered = new ConcurrentHashMap<>();
        List<String> keys = Stream.generate(OutagesIT::key).limit(200).toList();
        AtomicInteger next = new AtomicInteger();
        ProcessHandle replica = stack.handle("orders-service");
        AtomicInteger posted = new AtomicInteger();
        try (Shopper ada = Shopper.of(stack, "ada");
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> client =
                    () -> {
                        boolean killed = false;
                        for (int i = next.getAndIncrement();
                                i < keys.size();
                                i = next.getAndIncrement()) {
                            post(ada, keys.get(i), answered);
                            if (posted.incrementAndGet() == 20) {
                                killed = replica.destroyForcibly();
                            }
                        }
                        return killed;
                    };
            assertThat(clients.invokeAll(Collections.nCopies(4, client)))
                    .extracting(Future::get)
                    .containsOnlyOnce(true);
            assertThat(answered)
                    .as("some must have an answer, and some none")
                    .hasSizeBetween(1, keys.size() - 1);

            Map<String, String> again = new HashMap<>();
            for (String key : keys) {
                again.put(key, patiently(() -> placed(ada, second, key)));
            }

            assertThat(again).containsAllEntriesOf(answered);
            assertThat(ada.orders(second)).containsExactlyInAnyOrderElementsOf(again.values());
            stack.awaitReturn("orders-service", replica.pid());
        }
    }

    /// A replica that has just come back may not answer at once.
    private static ConditionFactory awaitAnswers(Duration max) {
        return await().atMost(max).ignoreExceptionsInstanceOf(IOException.class);
    }

    private record Step(String eventId, boolean mail) {}

    private List<Step> steps(Shopper shopper, String order)
            throws IOException, InterruptedException {
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : shopper.read(second, "/orders/" + order + "/timeline").path("items")) {
            boolean mail = step.path("step").asText().equals("EMAIL_SENT");
            steps.add(new Step(step.path("eventId").asText(), mail));
        }
        return steps;
    }

    private void post(Shopper shopper, String key, Map<String, String> answered) {
        try {
            HttpResponse<String> answer = shopper.place(first, key, "N1 9GU");
            if (answer.statusCode() == 201) {
                answered.put(key, Shopper.id(answer));
            }
        } catch (IOException | InterruptedException e) {
            // No answer, and nobody knows whether it was stored.
        }
    }

    /// The id of the order, or nothing without an answer that says it.
    private static String placed(Shopper shopper, URI shop, String key) {
        try {
            HttpResponse<String> answer = shopper.place(shop, key, "N1 9GU");
            return answer.statusCode() == 201 ? Shopper.id(answer) : "";
        } catch (IOException | InterruptedException e) {
            return "";
        }
    }

    private static String patiently(Supplier<String> attempt) {
        return await().atMost(BACK_MAX)
                .pollDelay(Duration.ZERO)
                .until(attempt::get, answer -> !answer.isEmpty());
    }

    /// How many orders there are in each status.
    private Map<String, Integer> statuses(Shopper shopper, List<String> orders)
            throws IOException, InterruptedException {
        Map<String, Integer> statuses = new HashMap<>();
        for (String order : orders) {
            JsonNode now = shopper.read(first, "/orders/" + order);
            statuses.merge(now.path("status").asText(), 1, Integer::sum);
        }
        return statuses;
    }

    private static void signal(String name, ProcessHandle process) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
