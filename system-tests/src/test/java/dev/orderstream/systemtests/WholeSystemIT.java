package dev.orderstream.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/// The whole system, as people start and use it: calm, poisoned, and with every process killed.
@ExtendWith(SharedStack.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeSystemIT {

    private static final Duration BACK_MAX = Duration.ofSeconds(120);
    private static final List<String> REPLICAS =
            List.of(
                    "orders-service",
                    "orders-service-2",
                    "payments-service",
                    "payments-service-2",
                    "email-service",
                    "email-service-2",
                    "shipping-service",
                    "shipping-service-2");

    /// There is one of each, so that the next is killed when it is back.
    private static final List<String> SINGLE = List.of("postgres", "kafka", "connect");

    private static final List<String> VICTIMS =
            List.of(
                    "orders-service",
                    "payments-service",
                    "email-service",
                    "shipping-service",
                    "payments-service-2");

    private static final int ORDERS = 500;

    /// Slow enough that the last order is posted after the last kill.
    private static final double POSTED_A_SECOND = 5;

    private static RunningStack stack;

    @BeforeAll
    static void up(RunningStack running) {
        stack = running;
    }

    @Test
    @Order(1)
    void everythingIsReadyAndRelayed() throws Exception {
        await().atMost(BACK_MAX)
                .untilAsserted(() -> {
                    JsonNode status = stack.status();
                    assertThat(status.path("ready").asBoolean()).isTrue();
                    assertThat(status.path("processes")).hasSize(14);
                    assertThat(status.path("connectors"))
                            .hasSize(4)
                            .allSatisfy(
                                    c -> assertThat(c.path("state").asText()).isEqualTo("RUNNING"));
                });
    }

    @Test
    @Order(2)
    void poisonOnEveryTopicEndsInTheDeadLettersAndHoldsNobodyUp() throws Exception {
        List<PoisonedTopics.Poison> poison = PoisonedTopics.poison(stack.home());

        JsonNode report = demo("20", "20", "--seed", "42");

        assertThat(report.path("differences")).isEmpty();
        assertThat(report.path("accepted").asInt()).isEqualTo(20);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(PoisonedTopics.missing(stack.home(), poison))
                                .as("poison that is not a dead letter byte for byte")
                                .isEmpty());
    }

    @Test
    @Order(3)
    void nothingIsLostOrDoneTwiceWhenEachProcessIsKilled() throws Exception {
        long mailsBefore = stack.mails();
        Duration posting = Duration.ofMillis(Math.round(1000 * (ORDERS - 1) / POSTED_A_SECOND));
        Instant lastPost = Instant.now().plus(posting);
        CompletableFuture<JsonNode> demo =
                running(() ->
                        demo(
                                Integer.toString(ORDERS),
                                Double.toString(POSTED_A_SECOND),
                                "--seed",
                                "42"));

        // The first mails of this run: orders are on their way.
        await().atMost(BACK_MAX).until(() -> stack.mails() > mailsBefore + 5);
        for (String victim : SINGLE) {
            assertPosting(demo, victim, lastPost);
            stack.killAndAwaitReturn(victim);
        }
        Map<String, Long> killed = new LinkedHashMap<>();
        for (String victim : VICTIMS) {
            assertPosting(demo, victim, lastPost);
            long pid = stack.kill(victim);
            killed.put(victim, pid);
            stack.awaitSuccessor(victim, pid);
        }
        killed.forEach(stack::awaitReturn);

        JsonNode report = demo.join();
        assertThat(report.path("differences")).isEmpty();
        assertThat(report.path("accepted").asInt()).isEqualTo(ORDERS);
        assertThat(report.path("unfinished").asInt()).isZero();
    }

    /// The demo posts at its rate whatever happens, and began no earlier than it was called.
    private static void assertPosting(
            CompletableFuture<JsonNode> demo, String victim, Instant lastPost) {
        assertThat(demo).as("the demo when %s is killed", victim).isNotDone();
        assertThat(Instant.now())
                .as("when %s is killed orders are still posted", victim)
                .isBefore(lastPost);
    }

    /// At full size with `-Dorderstream.mix.orders=2000`; another seed with
    /// `-Dorderstream.mix.seed`.
    @Test
    @Order(4)
    void everyWayAnOrderCanEndReconcilesWhateverMisbehaves() throws Exception {
        int orders = Integer.getInteger("orderstream.mix.orders", 160);
        long seed = Long.getLong("orderstream.mix.seed", 20261125);
        Random random = new Random(seed);
        var misbehaviour = new Misbehaviour(stack);
        misbehaviour.begin(seed);
        long mailsBefore = stack.mails();
        CompletableFuture<JsonNode> demo =
                running(() ->
                        demo(
                                Integer.toString(orders),
                                "5",
                                "--mix",
                                "all",
                                "--seed",
                                Long.toString(seed)));

        JsonNode report;
        try {
            await().atMost(BACK_MAX).until(() -> stack.mails() > mailsBefore + 20);
            List<String> replicas = new ArrayList<>(REPLICAS);
            Collections.shuffle(replicas, random);
            for (String victim : replicas.subList(0, orders < 1000 ? 3 : replicas.size())) {
                assertThat(demo).as("the demo when %s is killed", victim).isNotDone();
                misbehaviour.mailGoesAway();
                stack.killAndAwaitReturn(victim);
                misbehaviour.mailComesBack();
            }
            report = demo.join();
        } finally {
            misbehaviour.end();
        }
        assertThat(report.path("differences")).as("seed %d: %s", seed, report).isEmpty();
        assertThat(report.path("accepted").asInt()).isEqualTo(orders);
        assertThat(report.path("scenarios").size()).isGreaterThan(10);
        assertThat(report.path("unfinished").asInt()).isZero();
        System.out.printf("mix with seed %d: %s%n", seed, report.path("endings"));
    }

    /// Something that takes its time and may fail.
    private interface Run {
        JsonNode run() throws IOException, InterruptedException;
    }

    private static CompletableFuture<JsonNode> running(Run run) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return run.run();
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                Thread::startVirtualThread);
    }

    private static JsonNode demo(String orders, String rate, String... more)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("demo", "--orders", orders, "--rate", rate));
        words.addAll(List.of("-o", "json"));
        words.addAll(List.of(more));
        RunningStack.Answer answer = stack.command(words.toArray(String[]::new));
        assertThat(answer.exitCode()).as("%s%n%s", answer.out(), tail(answer.err())).isZero();
        return answer.json();
    }

    private static String tail(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int from = Math.max(0, bytes.length - 3000);
        return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    }
}
