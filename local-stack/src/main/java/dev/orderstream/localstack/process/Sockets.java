package dev.orderstream.localstack.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/// Asks whether somebody listens.
public final class Sockets {

    private static final int CONNECT_MS_MAX = 500;

    private Sockets() {}

    public static boolean listening(String host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MS_MAX);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
