package dev.orderstream.operations.reconcile;

import dev.orderstream.operations.stack.Stack;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Compares what four databases, the topics, the gateway and the mailbox say of the same orders.
///
/// Everything is read in bulk, whatever the number of orders.
public final class Reconciliation {

    private final Stack stack;
    private final Instant since;

    /// @param since before the first of the orders was posted
    public Reconciliation(Stack stack, Instant since) {
        this.stack = stack;
        this.since = since;
    }

    /// Reads everything and checks every rule.
    ///
    /// @param unfinished those of the orders that did not come to an end
    public Reconciled run(Collection<AcceptedOrder> orders, Set<UUID> unfinished)
            throws IOException, SQLException, InterruptedException {
        EvidenceFiles files = new EvidenceFiles(orders);
        try (Http http = new Http()) {
            for (Source source : sources(http)) {
                source.read(files);
            }
        }
        return judge(orders, unfinished, files);
    }

    static Reconciled judge(
            Collection<AcceptedOrder> orders, Set<UUID> unfinished, EvidenceFiles files) {
        Tally tally = new Tally();
        for (AcceptedOrder order : orders) {
            Evidence evidence = files.of(order.id()).orElseThrow();
            boolean ended = !unfinished.contains(order.id());
            tally.add(order, evidence, ended, Rules.check(order, evidence, ended));
        }
        return tally.result();
    }

    /// Calls that are still to come are read first: what they lead to is seen then, or nothing
    /// comes any more. The databases come before the topics: what they say of an event must be
    /// there.
    private List<Source> sources(Http http) {
        TopicReader topics = new TopicReader(stack.broker());
        return List.of(
                new OpenCalls(stack.databases()),
                new OrdersDatabase(stack.databases()),
                new PaymentsDatabase(stack.databases()),
                new ShippingDatabase(stack.databases()),
                new EmailDatabase(stack.databases()),
                new Outboxes(stack.databases(), since),
                new EventTopics(topics),
                new DeadLetterTopics(topics),
                new GatewayLedger(stack.gateway(), http),
                new Mailbox(stack.mail(), http));
    }
}
