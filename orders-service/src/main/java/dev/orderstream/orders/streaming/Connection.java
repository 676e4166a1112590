package dev.orderstream.orders.streaming;

/// What a stream is written to.
interface Connection {

    /// Whether nobody is there any more. The web server does not report who leaves between its
    /// request and the first line of its stream, so this is asked.
    boolean gone();
}
