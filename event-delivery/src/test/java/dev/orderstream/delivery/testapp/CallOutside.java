package dev.orderstream.delivery.testapp;

import dev.orderstream.delivery.effects.Attempt;
import dev.orderstream.delivery.effects.Effect;
import dev.orderstream.delivery.effects.EffectHandler;
import dev.orderstream.delivery.effects.Performed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A call that fails or takes long as the order asks for; remembers the keys it was made with.
@ApplicationScoped
public class CallOutside implements EffectHandler<CallOutside.Input, String> {

    /// Begins a behaviour; so many milliseconds follow.
    public static final String TAKES_MS = "pm_takes_";

    public record Input(String behaviour) {}

    private final Seen seen;
    private final Map<UUID, Queue<UUID>> keys = new ConcurrentHashMap<>();

    CallOutside(Seen seen) {
        this.seen = seen;
    }

    @Override
    public String kind() {
        return "call";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Attempt<String> perform(Effect<Input> effect) {
        keys.computeIfAbsent(effect.orderId(), id -> new ConcurrentLinkedQueue<>())
                .add(effect.id());
        String behaviour = effect.input().behaviour();
        if (behaviour.equals("pm_fails_twice") && effect.attempt() <= 2) {
            return Attempt.again(Duration.ofMillis(20), "busy");
        }
        if (behaviour.equals("pm_throws_once") && effect.attempt() == 1) {
            throw new IllegalStateException("a bug");
        }
        if (behaviour.startsWith(TAKES_MS)) {
            LockSupport.parkNanos(
                    TimeUnit.MILLISECONDS.toNanos(
                            Long.parseLong(behaviour.substring(TAKES_MS.length()))));
        }
        return Attempt.answered("ok");
    }

    @Override
    public Attempt<String> resume(Effect<Input> effect) {
        return Attempt.answered("resumed");
    }

    @Override
    public void record(List<Performed<Input, String>> performed) {
        performed.forEach(p -> seen.add(p.effect().orderId(), p.result()));
    }

    /// The idempotency keys of the calls made for an order.
    public List<UUID> keys(UUID orderId) {
        return List.copyOf(keys.getOrDefault(orderId, new ConcurrentLinkedQueue<>()));
    }
}
