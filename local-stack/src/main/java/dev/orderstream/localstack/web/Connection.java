package dev.orderstream.localstack.web;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Socket;

/// One client's connection: its requests, one after the other, each answered before the next is
/// read.
final class Connection implements Runnable {

    private static final System.Logger LOG = System.getLogger(Connection.class.getName());
    private static final int IDLE_MS_MAX = 5 * 60 * 1000;

    private final Socket socket;
    private final LocalHttpServer.Handler handler;

    Connection(Socket socket, LocalHttpServer.Handler handler) {
        this.socket = socket;
        this.handler = handler;
    }

    @Override
    public void run() {
        try (socket) {
            // Else an answer waits for a delayed acknowledgement (40 ms).
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(IDLE_MS_MAX);
            serve();
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "A client has gone", gone);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() throws IOException, InterruptedException {
        RequestReader requests =
                new RequestReader(
                        new HttpInput(socket.getInputStream()),
                        socket.getOutputStream(),
                        socket.getInetAddress());
        AnswerWriter answers = new AnswerWriter(socket.getOutputStream());
        try {
            Request request = requests.next();
            while (request != null && answer(request, answers)) {
                request = requests.next();
            }
        } catch (RequestRefused malformed) {
            answers.write(Answer.text(malformed.status(), malformed.reason()), false, true);
        }
    }

    /// Whether the connection may carry another request.
    private boolean answer(Request request, AnswerWriter answers)
            throws IOException, InterruptedException {
        Answer answer = handled(request);
        if (answer.isDropped()) {
            // A reset, not an orderly end.
            socket.setSoLinger(true, 0);
            return false;
        }
        boolean last = request.isLast();
        answers.write(answer, request.is("HEAD"), last);
        return !last;
    }

    private Answer handled(Request request) throws IOException, InterruptedException {
        try {
            return handler.handle(request);
        } catch (RequestRefused refused) {
            return Answer.text(refused.status(), refused.reason());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Request failed: " + request.method() + " " + request.path(), e);
            return Answer.text(500, "Internal error");
        }
    }
}
