package dev.orderstream.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// The whole system, as people start and use it: calm, poisoned, and with every process killed.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeSystemIT {

    private static final Duration BACK_MAX = Duration.ofSeconds(120);
    private static RunningStack stack;

    @BeforeAll
    static void up() throws Exception {
        stack = RunningStack.up();
    }

    @AfterAll
    static void down() throws Exception {
        stack.close();
    }

    @Test
    @Order(1)
    void everythingIsReadyAndRelayed() throws Exception {
        JsonNode status = stack.status();

        assertThat(status.path("ready").asBoolean()).isTrue();
        assertThat(status.path("processes")).hasSize(9);
        assertThat(status.path("connectors"))
                .hasSize(4)
                .allSatisfy(c -> assertThat(c.path("state").asText()).isEqualTo("RUNNING"));
    }

    @Test
    @Order(2)
    void poisonOnEveryTopicEndsInTheDeadLettersAndHoldsNobodyUp() throws Exception {
        List<PoisonedTopics.Poison> poison = PoisonedTopics.poison(stack.home());

        JsonNode report = demo("20", "20");

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
        CompletableFuture<JsonNode> demo =
                CompletableFuture.supplyAsync(() -> {
                    try {
                        return demo("500", "8");
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });

        // The first mails of this run: orders are on their way.
        long mailsBefore = stack.mails();
        await().atMost(BACK_MAX).until(() -> stack.mails() > mailsBefore + 20);
        for (String victim :
                List.of(
                        "orders-service",
                        "payments-service",
                        "email-service",
                        "shipping-service",
                        "kafka",
                        "connect",
                        "postgres")) {
            killAndAwaitReturn(victim);
        }

        JsonNode report = demo.join();
        assertThat(report.path("differences")).isEmpty();
        assertThat(report.path("accepted").asInt()).isEqualTo(500);
        assertThat(report.path("unfinished").size() + report.path("unfinished").asInt()).isZero();
    }

    private static JsonNode demo(String orders, String rate)
            throws IOException, InterruptedException {
        RunningStack.Answer answer =
                stack.command(
                        "demo", "--orders", orders, "--rate", rate, "--seed", "42", "-o", "json");
        assertThat(answer.exitCode()).as("%s%n%s", answer.out(), tail(answer.err())).isZero();
        return answer.json();
    }

    private static void killAndAwaitReturn(String name) throws Exception {
        JsonNode before = stack.process(name);
        boolean _ = ProcessHandle.of(before.path("pid").asLong()).orElseThrow().destroyForcibly();
        await().atMost(BACK_MAX)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    JsonNode now = stack.process(name);
                    assertThat(now.path("pid").asLong()).isNotEqualTo(before.path("pid").asLong());
                    assertThat(now.path("state").asText()).isEqualTo("ready");
                });
    }

    private static String tail(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int from = Math.max(0, bytes.length - 3000);
        return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    }
}
