package dev.orderstream.operations.bench;

import dev.orderstream.operations.console.CommandFailure;
import dev.orderstream.operations.console.ExitCodes;
import dev.orderstream.operations.console.Json;
import dev.orderstream.operations.console.OutputOption;
import dev.orderstream.operations.console.Rate;
import dev.orderstream.operations.stack.HomeOption;
import dev.orderstream.operations.stack.Stack;
import dev.orderstream.operations.stack.StackFile;
import dev.orderstream.operations.token.Role;
import dev.orderstream.operations.token.TokenMint;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `bench`: posts orders at a fixed rate and measures how fast and at what cost they are paid.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Posts orders at a fixed rate, whether or not earlier ones are answered, and measures"
                        + " POST, payment as a consumer sees it, and CPU time. Exit code 1 if it is"
                        + " not sustained.")
public final class RunBenchCommand implements Callable<Integer> {

    private static final Duration TOKEN_TIME = Duration.ofHours(12);
    private static final String SUBJECT = "bench";

    /// What is ordered.
    static final class What {
        @Option(
                names = "--lines",
                paramLabel = "N",
                description = "Lines of each order (default: 3).")
        private @Nullable Integer lines;

        @Option(
                names = "--baskets",
                paramLabel = "FILE",
                description = "Stock codes, a basket a line, beside their catalog.csv.")
        private @Nullable Path baskets;
    }

    @ArgGroup private What what = new What();

    @Option(names = "--rate", paramLabel = "R", description = "Orders a second (default: 100).")
    private double rate = 100;

    @Option(names = "--seconds", paramLabel = "S", description = "Measured time (default: 30).")
    private int seconds = 30;

    @Option(
            names = "--warmup",
            paramLabel = "S",
            description =
                    "Time before it, at the same rate (default: until an order costs no less CPU"
                            + " time than before, from 45 s to 4 minutes). What is measured begins"
                            + " when every order of the warm-up is at its end, within two minutes.")
    private @Nullable Integer warmup;

    @Option(
            names = "--gateway-latency",
            paramLabel = "MS",
            description = "How long the gateway takes to answer, such as 5ms (default: as it is).",
            converter = MillisConverter.class)
    private @Nullable Duration gatewayLatency;

    @Mixin private final HomeOption home = new HomeOption();
    @Mixin private final OutputOption output = new OutputOption();

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        check();
        Stack stack = StackFile.read(home.home());
        List<byte[]> bodies = bodies();
        BenchReport report = withLatency(stack, bodies);
        if (output.json()) {
            output.out().println(Json.text(report));
        } else {
            new BenchTable(output.out()).print(report);
        }
        return report.sustained() ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private BenchReport withLatency(Stack stack, List<byte[]> bodies)
            throws IOException, SQLException, InterruptedException {
        if (gatewayLatency == null) {
            return run(stack, bodies);
        }
        try (GatewayLatency unused = GatewayLatency.set(stack.gateway(), gatewayLatency)) {
            return run(stack, bodies);
        }
    }

    private BenchReport run(Stack stack, List<byte[]> bodies)
            throws IOException, SQLException, InterruptedException {
        Instant now = Clock.systemUTC().instant();
        BenchPlan plan =
                new BenchPlan(
                        rate,
                        warmup == null ? null : Duration.ofSeconds(warmup),
                        Duration.ofSeconds(seconds));
        String token = TokenMint.of(stack.home()).mint(Role.STOREFRONT, SUBJECT, now, TOKEN_TIME);
        String keyPrefix = "bench-" + now.toEpochMilli() + "-";
        output.err()
                .printf(
                        "posting %s orders a second: a warm-up, then %d s that are measured%n",
                        rate, seconds);
        Journeys journeys = new Journeys();
        try (OrderPosts posts =
                new OrderPosts(stack.orders(), token, keyPrefix, bodies, journeys)) {
            return new Bench(stack, plan, journeys).run(posts, output.err());
        }
    }

    private List<byte[]> bodies() {
        return what.baskets != null
                ? Bodies.ofBaskets(what.baskets)
                : Bodies.ofLines(what.lines == null ? 3 : what.lines);
    }

    private void check() {
        Rate.check(rate);
        if (seconds < 1 || warmup != null && warmup < 0) {
            throw CommandFailure.usage("--seconds must be at least 1, and --warmup not negative.");
        }
        if (what.lines != null && (what.lines < 1 || what.lines > Bodies.LINES_MAX)) {
            throw CommandFailure.usage("--lines must be from 1 to " + Bodies.LINES_MAX + ".");
        }
    }
}
