package dev.orderstream.localstack.mail;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

/// Connections whose replies are sent as they are written.
///
/// Left to Nagle's algorithm, the second of two pipelined replies waits for the first to be
/// acknowledged, which a client delays by 40 ms: that is ten times what a mail takes.
final class PromptServerSocket extends ServerSocket {

    PromptServerSocket() throws IOException {}

    @Override
    public Socket accept() throws IOException {
        Socket socket = super.accept();
        socket.setTcpNoDelay(true);
        return socket;
    }
}
