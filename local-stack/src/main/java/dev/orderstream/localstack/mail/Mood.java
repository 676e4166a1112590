package dev.orderstream.localstack.mail;

import java.util.SplittableRandom;

/// Holds the present behaviour and draws from its seed which mail dies.
final class Mood {

    private volatile Behaviour behaviour = Behaviour.PERFECT;
    private SplittableRandom random = new SplittableRandom(Behaviour.PERFECT.seed());

    Behaviour behaviour() {
        return behaviour;
    }

    /// Setting a behaviour also restarts its random sequence.
    synchronized void set(Behaviour next) {
        behaviour = next;
        random = new SplittableRandom(next.seed());
    }

    synchronized boolean diesNow() {
        double rate = behaviour.dieAfterDataRate();
        return rate > 0 && random.nextDouble() < rate;
    }
}
