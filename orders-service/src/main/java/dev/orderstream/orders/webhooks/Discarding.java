package dev.orderstream.orders.webhooks;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/// Reads away a short body, so that the connection can be used again, and hangs up on a long one.
final class Discarding implements BodySubscriber<Void> {

    private static final int BYTES_MAX = 4096;

    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private Flow.Subscription subscription = new None();
    private int bytes;

    private record None() implements Flow.Subscription {
        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    }

    @Override
    public CompletionStage<Void> getBody() {
        return end;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscribed) {
        subscription = subscribed;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        bytes += buffers.stream().mapToInt(ByteBuffer::remaining).sum();
        if (bytes > BYTES_MAX) {
            subscription.cancel();
            onComplete();
        }
    }

    @Override
    public void onError(Throwable failure) {
        boolean _ = end.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        boolean _ = end.complete(null);
    }
}
