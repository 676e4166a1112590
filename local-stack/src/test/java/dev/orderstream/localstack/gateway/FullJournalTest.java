package dev.orderstream.localstack.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that is full for a while costs the gateway nothing that it had promised.
@SuppressWarnings("NullAway.Init")
class FullJournalTest {

    private static final Duration BOUND = Duration.ofSeconds(20);

    /// More than are delivered at the same time.
    private static final int PAYMENTS = 12;

    @TempDir private Path directory;

    private Listener listener;
    private FullDisk disk;
    private Mischief mischief;
    private Books books;
    private Webhooks webhooks;
    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        listener = Listener.start();
        disk = new FullDisk(directory.resolve("journal.jsonl"));
        books = new Books(new Books.State(), new Journal(disk, 0));
        mischief = new Mischief(Behaviour.perfect(webhooks(true)));
        webhooks = new Webhooks(books, mischief, "http://127.0.0.1");
        desk = new Desk(books, mischief, webhooks);
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
        webhooks.close();
        books.close();
        listener.close();
    }

    @Test
    void webhooksGoOnAndAreMarkedOnceThereIsRoom() throws Exception {
        listener.refuseNext(Integer.MAX_VALUE);
        for (var payment = 0; payment < PAYMENTS; payment++) {
            pay("pm_card_visa");
        }
        disk.full(true);
        listener.refuseNext(0);
        for (var payment = 0; payment < PAYMENTS; payment++) {
            assertThat(listener.next().body()).contains("payment_intent.succeeded");
        }

        disk.full(false);

        await().atMost(BOUND).until(() -> books.undelivered().isEmpty());
    }

    @Test
    void aRefundSettlesOnceThereIsRoom() {
        mischief.set(Behaviour.perfect(webhooks(false)));
        var intent = Objects.requireNonNull(pay("pm_card_pendingRefund").intent());
        var form = new Form(Map.of("payment_intent", intent.id()));
        var change = desk.change(state -> Refunding.create(state, form), "req_2", null);
        var refund = Objects.requireNonNull(change.refund());
        disk.full(true);
        await().atMost(BOUND).until(() -> disk.refusals() > 0);

        disk.full(false);

        await().atMost(BOUND).until(() -> status(refund.id()) == Refund.Status.SUCCEEDED);
    }

    private Behaviour.Webhooks webhooks(boolean enabled) {
        return new Behaviour.Webhooks(
                enabled,
                listener.url(),
                Behaviour.Webhooks.ALL_EVENTS,
                List.of(Gateway.SECRET),
                0,
                0,
                false);
    }

    private Refund.Status status(String refund) {
        return Objects.requireNonNull(books.read(state -> state.refunds.get(refund))).status();
    }

    private Change pay(String card) {
        var form =
                new Form(
                        Map.of(
                                "amount", "1999",
                                "currency", "gbp",
                                "confirm", "true",
                                "payment_method", card,
                                "payment_method_types[0]", "card"));
        return desk.change(_ -> PaymentIntents.create(form), "req_1", null);
    }
}
