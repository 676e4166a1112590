package dev.orderstream.operations.bench;

import java.io.IOException;

/// Hears what came of a request.
interface HttpTaker {

    void answered(HttpAnswer answer);

    void failed(IOException why);
}
