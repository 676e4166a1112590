package dev.orderstream.operations.token;

import dev.orderstream.operations.console.CommandFailure;
import dev.orderstream.operations.console.ExitCodes;
import dev.orderstream.operations.console.Json;
import dev.orderstream.operations.console.OutputOption;
import dev.orderstream.operations.stack.HomeOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `token`: prints a bearer token for the local stack.
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Prints a bearer token that the local stack's services trust.")
public final class MintTokenCommand implements Callable<Integer> {

    /// The token and what it is good for.
    record Minted(String token, String role, String subject, String expiresAt) {}

    @Option(
            names = "--role",
            required = true,
            description = "One of storefront, operator, analyst, warehouse.")
    private Role role = Role.STOREFRONT;

    @Option(
            names = "--subject",
            description = "Who it stands for (default: demo-storefront, demo-operator, ...).")
    private @Nullable String subject;

    @Option(names = "--ttl", description = "How long it is good for (default: PT1H).")
    private Duration timeToLive = Duration.ofHours(1);

    @Mixin private final HomeOption home = new HomeOption();
    @Mixin private final OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        if (!timeToLive.isPositive()) {
            throw CommandFailure.usage("--ttl must be longer than nothing.");
        }
        Instant now = Clock.systemUTC().instant();
        String who = subject == null ? subjectOf(role) : subject;
        String token = TokenMint.of(home.home()).mint(role, who, now, timeToLive);
        String expiresAt = Instant.ofEpochSecond(now.plus(timeToLive).getEpochSecond()).toString();
        Minted minted = new Minted(token, role.group(), who, expiresAt);
        output.out().println(output.json() ? Json.text(minted) : token);
        return ExitCodes.OK;
    }

    /// Who a token stands for if nobody is named.
    public static String subjectOf(Role role) {
        return "demo-" + role.group();
    }
}
