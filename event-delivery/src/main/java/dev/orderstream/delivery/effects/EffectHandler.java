package dev.orderstream.delivery.effects;

import java.util.List;

/// Makes one kind of call to the outside world; a CDI bean of a service.
///
/// ```
///  requested ──> PENDING ──claim──> RUNNING ──perform──> answered ──record──> DONE
///                   ^                  │ │
///                   └──── again ───────┘ └── worker died: the lease ends, perform or resume
/// ```
public interface EffectHandler<I, R> {

    /// The kind of effect that this handler makes.
    String kind();

    /// The type of the stored input.
    Class<I> inputType();

    /// Whether the other side knows no idempotency key, so that a call must never be made twice.
    ///
    /// Such a call is claimed only when a worker is free to make it at once: what a dying process
    /// leaves in doubt stays small.
    default boolean atMostOnce() {
        return false;
    }

    /// Makes the call, outside any transaction and on a thread that may wait.
    ///
    /// An exception counts as a problem of ours: the call is repeated with backoff and shown.
    Attempt<R> perform(Effect<I> effect);

    /// Takes over from a worker that was lost while it made the call.
    ///
    /// A call with an idempotency key is simply made again. Where the other side knows no such key,
    /// an implementation answers that the outcome is unknown.
    default Attempt<R> resume(Effect<I> effect) {
        return perform(effect);
    }

    /// Records these results, inside the transaction that marks their effects done.
    void record(List<Performed<I, R>> performed);
}
