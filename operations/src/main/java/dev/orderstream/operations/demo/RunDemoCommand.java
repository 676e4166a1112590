package dev.orderstream.operations.demo;

import dev.orderstream.operations.console.CommandFailure;
import dev.orderstream.operations.console.ExitCodes;
import dev.orderstream.operations.console.Json;
import dev.orderstream.operations.console.OutputOption;
import dev.orderstream.operations.console.Rate;
import dev.orderstream.operations.stack.HomeOption;
import dev.orderstream.operations.stack.Stack;
import dev.orderstream.operations.stack.StackFile;
import dev.orderstream.operations.token.MintTokenCommand;
import dev.orderstream.operations.token.Role;
import dev.orderstream.operations.token.TokenMint;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `demo`: posts real or generated orders, follows each to its end and reconciles everything.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Posts orders, follows each to its end, and compares what four databases, the topics,",
            "the gateway's ledger and the mailbox say of them. Exit code 1 if anything differs."
        })
public final class RunDemoCommand implements Callable<Integer> {

    private static final Duration TOKEN_TIME = Duration.ofHours(12);
    private static final int STEPS_SHOWN_UP_TO = 50;

    /// Where the orders come from.
    static final class From {
        @Option(
                names = "--orders",
                paramLabel = "N",
                description = "How many orders to make up (default: 20).")
        private @Nullable Integer orders;

        @Option(
                names = "--csv",
                paramLabel = "FILE",
                description = "Invoices to order again, in the Online Retail format.")
        private @Nullable Path csv;
    }

    @ArgGroup private From from = new From();

    @Option(names = "--rate", paramLabel = "R", description = "Orders a second (default: 20).")
    private double rate = 20;

    @Option(
            names = "--seed",
            description = "Repeats a run's orders and payment methods (default: a new one).")
    private long seed = new SecureRandom().nextInt(1_000_000);

    @Option(
            names = "--declines",
            paramLabel = "SHARE",
            description = "The share of orders whose card is declined (default: 0.1).")
    private double declines = 0.1;

    @Option(
            names = "--mix",
            paramLabel = "MIX",
            description =
                    "What customers do: all = every way an order can end, with cancellations at"
                            + " any moment (default: they only wait).")
    private Mix mix = Mix.plain;

    @Option(
            names = "--timeout",
            description = "Gives up when no order moves for so long (default: PT2M).")
    private Duration timeout = Duration.ofMinutes(2);

    /// What customers do, in the words of the option.
    enum Mix {
        plain,
        all
    }

    @Mixin private final HomeOption home = new HomeOption();
    @Mixin private final OutputOption output = new OutputOption();

    @Override
    public Integer call() throws IOException, InterruptedException {
        check();
        Instant now = Clock.systemUTC().instant();
        DemoInput input =
                new DemoInput(orders(), from.csv == null, seed, "demo-" + now.toEpochMilli() + "-");
        Stack stack = StackFile.read(home.home());
        DemoReport report = run(stack, input, now);
        if (output.json()) {
            output.out().println(Json.text(report));
        } else {
            new DemoTable(output.out()).print(report);
        }
        return report.reconciles() ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private DemoReport run(Stack stack, DemoInput input, Instant now)
            throws IOException, InterruptedException {
        ProgressLine progress = new ProgressLine(output.err());
        String owner = MintTokenCommand.subjectOf(Role.STOREFRONT);
        String token = TokenMint.of(stack.home()).mint(Role.STOREFRONT, owner, now, TOKEN_TIME);
        boolean showSteps = !output.json() && input.orders().size() <= STEPS_SHOWN_UP_TO;
        try (Storefront storefront = new Storefront(stack.orders(), token)) {
            storefront.greet(progress, Storefront.GIVE_UP_AFTER);
            progress.say("seed " + seed + ", declined share " + declines);
            return new Demo(stack, progress, owner)
                    .run(input, storefront, rate, timeout, showSteps, now.minusSeconds(60));
        }
    }

    private List<Order> orders() {
        Random random = new Random(seed);
        PaymentMethods methods = new PaymentMethods(random, declines);
        if (from.csv != null) {
            return Invoices.read(from.csv).stream()
                    .map(invoice -> InvoiceOrders.convert(invoice, methods.next()))
                    .toList();
        }
        GeneratedOrders generated = new GeneratedOrders(random);
        int count = from.orders == null ? 20 : from.orders;
        if (mix == Mix.all) {
            Scenarios scenarios = new Scenarios(random);
            return Stream.generate(scenarios::next)
                    .limit(count)
                    .map(plan -> generated.next(plan, scenarios.paymentMethod(plan.scenario())))
                    .toList();
        }
        return IntStream.range(0, count).mapToObj(_ -> generated.next(methods.next())).toList();
    }

    private void check() {
        Rate.check(rate);
        if (!(declines >= 0 && declines <= 1)) {
            throw CommandFailure.usage("--declines must be from 0 to 1.");
        }
        if (from.orders != null && from.orders < 1) {
            throw CommandFailure.usage("--orders must be at least 1.");
        }
        if (mix == Mix.all && from.csv != null) {
            throw CommandFailure.usage("--mix all makes up its orders; it does not go with --csv.");
        }
        if (!timeout.isPositive()) {
            throw CommandFailure.usage("--timeout must be longer than nothing.");
        }
    }
}
