package dev.orderstream.localstack.gateway;

import java.util.SplittableRandom;

/// Holds the present behaviour and draws from its seed what goes wrong next.
final class Mischief {

    /// What goes wrong with one request.
    enum Trouble {
        NONE,
        RESET,
        TIMEOUT_BEFORE,
        TIMEOUT_AFTER,
        ERROR
    }

    private volatile Behaviour behaviour;
    private SplittableRandom random;

    Mischief(Behaviour behaviour) {
        this.behaviour = behaviour;
        this.random = new SplittableRandom(behaviour.seed());
    }

    Behaviour behaviour() {
        return behaviour;
    }

    /// Setting a behaviour also restarts its random sequence.
    synchronized void set(Behaviour next) {
        behaviour = next;
        random = new SplittableRandom(next.seed());
    }

    /// @param posts whether the request may charge: only those time out
    Trouble next(boolean posts) {
        Behaviour now = behaviour;
        double timeouts = now.timeoutBeforeChargeRate() + now.timeoutAfterChargeRate();
        if (now.resetRate() + timeouts + now.errorRate() == 0) {
            return Trouble.NONE;
        }
        double left = draw() - now.resetRate();
        if (left < 0) {
            return Trouble.RESET;
        }
        left -= now.timeoutBeforeChargeRate();
        if (left < 0) {
            return posts ? Trouble.TIMEOUT_BEFORE : Trouble.NONE;
        }
        left -= now.timeoutAfterChargeRate();
        if (left < 0) {
            return posts ? Trouble.TIMEOUT_AFTER : Trouble.NONE;
        }
        return left < now.errorRate() ? Trouble.ERROR : Trouble.NONE;
    }

    /// From 0 (inclusive) to 1 (exclusive).
    synchronized double draw() {
        return random.nextDouble();
    }
}
