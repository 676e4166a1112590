package dev.orderstream.operations.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// One kept-alive connection, for one request at a time.
final class HttpConnection {

    private static final int HEAD_BYTES_MAX = 16 * 1024;
    private static final int HEAD_END = '\r' << 24 | '\n' << 16 | '\r' << 8 | '\n';
    private static final long WRITE_PAUSE_NANOS = 50_000;

    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocateDirect(HEAD_BYTES_MAX);
    private volatile @Nullable HttpTaker taker;
    private @Nullable HttpAnswer answer;
    private int bodyLeft;

    HttpConnection(URI server) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
    }

    SocketChannel channel() {
        return channel;
    }

    /// @param taker gets the answer
    void send(ByteBuffer request, HttpTaker taker) throws IOException {
        this.taker = taker;
        while (request.hasRemaining()) {
            if (channel.write(request) == 0) {
                LockSupport.parkNanos(WRITE_PAUSE_NANOS);
            }
        }
    }

    /// Reads what has come.
    ///
    /// @return the answer, once all of it has come
    @Nullable HttpAnswer read() throws IOException {
        int read = channel.read(in);
        if (read < 0) {
            throw new EOFException("connection closed");
        }
        if (answer == null) {
            readHead();
        } else {
            bodyLeft -= read;
            in.clear();
        }
        HttpAnswer complete = bodyLeft == 0 ? answer : null;
        if (complete != null) {
            answer = null;
        }
        return complete;
    }

    /// Whom the answer, or the failure, is for; nobody is told twice.
    @Nullable HttpTaker done() {
        HttpTaker waiting = taker;
        taker = null;
        return waiting;
    }

    private void readHead() throws IOException {
        int end = headEnd();
        if (end < 0) {
            if (!in.hasRemaining()) {
                throw new IOException("an answer with too long a head");
            }
            return;
        }
        byte[] head = new byte[end];
        in.get(0, head);
        HttpAnswer begun = HttpAnswer.of(new String(head, StandardCharsets.ISO_8859_1));
        bodyLeft = begun.contentLength() - (in.position() - end - Integer.BYTES);
        answer = begun;
        in.clear();
    }

    private int headEnd() {
        for (int i = 0; i + Integer.BYTES <= in.position(); i++) {
            if (in.getInt(i) == HEAD_END) {
                return i;
            }
        }
        return -1;
    }
}
