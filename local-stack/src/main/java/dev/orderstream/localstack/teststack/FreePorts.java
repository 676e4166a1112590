package dev.orderstream.localstack.teststack;

import dev.orderstream.localstack.StackException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.concurrent.ThreadLocalRandom;

/// Ports that nobody listens on right now, and that no outgoing connection is given meanwhile.
///
/// A server that is started later, or again, finds its port still free: systems choose the local
/// ports of connections from 32768 on (Linux) or from 49152 on (RFC 6335), and these lie below.
public final class FreePorts {

    private static final int FIRST = 20_000;
    private static final int BEYOND = 32_768;
    private static final int TRIES_MAX = 1_000;

    private FreePorts() {}

    /// Several at once, so that they differ.
    public static int[] take(int count) {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (var i = 0; i < count; i++) {
                sockets.add(bound());
            }
            return sockets.stream().mapToInt(ServerSocket::getLocalPort).toArray();
        } catch (IOException e) {
            throw new StackException("No free port: " + e.getMessage(), e);
        } finally {
            sockets.forEach(FreePorts::close);
        }
    }

    /// By chance, so that test runs beside each other seldom meet.
    private static ServerSocket bound() throws IOException {
        for (var i = 1; ; i++) {
            var port = ThreadLocalRandom.current().nextInt(FIRST, BEYOND);
            try {
                return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
            } catch (BindException e) {
                if (i == TRIES_MAX) {
                    throw e;
                }
            }
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new StackException("Could not give a port back: " + e.getMessage(), e);
        }
    }
}
