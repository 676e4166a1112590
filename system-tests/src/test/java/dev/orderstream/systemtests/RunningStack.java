package dev.orderstream.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orderstream.localstack.process.PrivateFiles;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A whole stack of its own, driven as people drive it: by `./orderstream`.
final class RunningStack implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration BACK_MAX = Duration.ofSeconds(120);
    private static final long UP_SECONDS_MAX = 300;
    private static final long COMMAND_SECONDS_MAX = 900;

    private final Path home;

    private RunningStack(Path home) {
        this.home = home;
    }

    /// What takes days or an hour for customers takes seconds here.
    private static final Map<String, String> SHORT_WAITS =
            Map.of(
                    "ORDERSTREAM_CHARGING_ACTION_EXPIRES_AFTER", "PT25S",
                    "SHIPPING_CARRIER_GIVE_UP_AFTER", "PT15S");

    /// Starts a stack in a new home, on ports that are free, with two replicas of every service.
    static RunningStack up() throws IOException, InterruptedException {
        RunningStack stack = new RunningStack(Files.createTempDirectory("orderstream-system"));
        Answer answer =
                stack.run(
                        UP_SECONDS_MAX,
                        "up",
                        "--detach",
                        "--port-offset",
                        Integer.toString(freeOffset()),
                        "--replicas",
                        "2",
                        "--home",
                        stack.home.toString());
        if (answer.exitCode() != 0) {
            throw new IllegalStateException("up failed:\n" + answer.err());
        }
        return stack;
    }

    Path home() {
        return home;
    }

    /// Runs a command against this stack to its end.
    Answer command(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--home");
        all.add(home.toString());
        return run(COMMAND_SECONDS_MAX, all.toArray(String[]::new));
    }

    JsonNode status() throws IOException, InterruptedException {
        return JSON.readTree(command("status", "-o", "json").out());
    }

    /// The process of a name that was started last.
    ProcessHandle handle(String name) throws IOException {
        return ProcessHandle.of(pid(name)).orElseThrow();
    }

    /// Where the launcher notes it: nobody has to be asked, and nobody who is away waited for.
    private long pid(String name) throws IOException {
        return process(record(), name).path("pid").asLong();
    }

    private JsonNode record() throws IOException {
        return JSON.readTree(home.resolve("stack.json").toFile());
    }

    private static JsonNode process(JsonNode stack, String name) {
        for (JsonNode process : stack.path("processes")) {
            if (process.path("name").asText().equals(name)) {
                return process;
            }
        }
        throw new IllegalArgumentException("no process " + name);
    }

    /// Kills a process without a warning and waits until another is ready in its place.
    void killAndAwaitReturn(String name) throws IOException {
        awaitReturn(name, kill(name));
    }

    /// Kills a process without a warning.
    ///
    /// @return its pid
    long kill(String name) throws IOException {
        ProcessHandle process = handle(name);
        assertThat(process.destroyForcibly()).isTrue();
        return process.pid();
    }

    /// Waits until another process than the former is ready.
    void awaitReturn(String name, long formerPid) {
        await().atMost(BACK_MAX)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    JsonNode now = process(status(), name);
                    assertThat(now.path("pid").asLong()).isNotEqualTo(formerPid);
                    assertThat(now.path("state").asText()).isEqualTo("ready");
                });
    }

    /// Waits until another process than the former is begun, ready or not.
    void awaitSuccessor(String name, long formerPid) {
        await().atMost(BACK_MAX)
                .untilAsserted(() -> assertThat(pid(name)).isPositive().isNotEqualTo(formerPid));
    }

    /// Where a part answers HTTP, by the name of its port.
    URI address(String port) throws IOException {
        return URI.create("http://127.0.0.1:" + record().path("ports").path(port).asInt());
    }

    /// How many mails the mail catcher holds.
    long mails() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI count = address("mail").resolve("/api/count");
            HttpResponse<String> answer =
                    client.send(
                            HttpRequest.newBuilder(count).build(),
                            HttpResponse.BodyHandlers.ofString());
            return JSON.readTree(answer.body()).path("count").asLong();
        }
    }

    /// Leaves nothing but the logs.
    @Override
    public void close() throws IOException, InterruptedException {
        Answer answer = command("down");
        if (answer.exitCode() != 0) {
            throw new IllegalStateException("down failed:\n" + answer.err());
        }
        try (Stream<Path> entries = Files.list(home)) {
            for (Path entry : entries.toList()) {
                if (!entry.endsWith("logs")) {
                    PrivateFiles.deleteTree(entry);
                }
            }
        }
    }

    /// What a command said, and how it ended.
    record Answer(int exitCode, String out, String err) {
        JsonNode json() throws IOException {
            return JSON.readTree(out);
        }
    }

    private static Answer run(long secondsMax, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Repository.ROOT.resolve("orderstream").toString());
        command.addAll(List.of(words));
        Path out = Files.createTempFile("orderstream", ".out");
        Path err = Files.createTempFile("orderstream", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().put("ORDERSTREAM_BUILD", "skip");
        builder.environment().putAll(SHORT_WAITS);
        Process process = builder.start();
        if (!process.waitFor(secondsMax, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(
                    List.of(words) + " did not end:\n" + Files.readString(err));
        }
        return new Answer(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /// An offset at which the storefront's and the database's ports are free. Browsers refuse port
    /// 10080 (Fetch standard, bad ports).
    private static int freeOffset() throws IOException {
        for (int offset = 2100; offset < 20_000; offset += 500) {
            if (free(8080 + offset) && free(15432 + offset) && free(19092 + offset)) {
                return offset;
            }
        }
        throw new IllegalStateException("no free ports");
    }

    private static boolean free(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (java.net.BindException e) {
            return false;
        }
    }
}
