package dev.orderstream.operations.reconcile;

import java.io.IOException;
import java.sql.SQLException;

/// A place that knows something of orders.
@FunctionalInterface
interface Source {

    /// Adds what it knows to each order's evidence.
    void read(EvidenceFiles files) throws IOException, SQLException, InterruptedException;
}
