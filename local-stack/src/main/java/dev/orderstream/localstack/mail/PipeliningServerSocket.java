package dev.orderstream.localstack.mail;

import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/// Connections of clients that send several commands at once: the replies are sent together, when
/// there is nothing left to read, and then without delay.
///
/// Left to Nagle's algorithm, replies that are sent one by one wait for each other to be
/// acknowledged, which a client delays by 40 ms: that is ten times what a mail takes.
final class PipeliningServerSocket extends ServerSocket {

    PipeliningServerSocket() throws IOException {}

    @Override
    public Socket accept() throws IOException {
        var socket = new Connection();
        implAccept(socket);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static final class Connection extends Socket {

        private @Nullable Replies replies;

        @Override
        public InputStream getInputStream() throws IOException {
            return new Commands(super.getInputStream(), replies());
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return replies();
        }

        /// The last reply may be waiting for a command that does not come.
        @Override
        public synchronized void close() throws IOException {
            try {
                if (replies != null && !isClosed()) {
                    replies.send();
                }
            } finally {
                super.close();
            }
        }

        private synchronized Replies replies() throws IOException {
            if (replies == null) {
                replies = new Replies(super.getOutputStream());
            }
            return replies;
        }
    }

    /// Sends what was replied before it waits for more.
    private static final class Commands extends FilterInputStream {

        private final Replies replies;

        Commands(InputStream in, Replies replies) {
            super(in);
            this.replies = replies;
        }

        @Override
        public int read() throws IOException {
            replies.send();
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            replies.send();
            return super.read(bytes, offset, length);
        }
    }

    /// Holds replies back until they are sent or the connection is closed.
    private static final class Replies extends FilterOutputStream {

        Replies(OutputStream out) {
            super(new BufferedOutputStream(out));
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() {
            // Sent before the next read.
        }

        void send() throws IOException {
            out.flush();
        }
    }
}
