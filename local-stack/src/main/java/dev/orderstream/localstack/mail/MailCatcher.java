package dev.orderstream.localstack.mail;

import dev.orderstream.localstack.web.LocalHttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.ServerSocketCreator;

/// A mail server on this machine that delivers nothing and shows everything.
public final class MailCatcher implements AutoCloseable {

    /// @param smtpPort and `httpPort`: 0 takes any free one
    /// @param dataDir keeps the mails across restarts
    public record Options(String host, int smtpPort, int httpPort, Path dataDir) {}

    private static final int MAIL_BYTES_MAX = 10 * 1024 * 1024;
    private static final int CONNECTIONS_MAX = 1000;
    private static final int RECIPIENTS_MAX = 100;

    private final MailStore store;
    private final LocalHttpServer pages;
    private final SMTPServer smtp;

    private MailCatcher(MailStore store, LocalHttpServer pages, SMTPServer smtp) {
        this.store = store;
        this.pages = pages;
        this.smtp = smtp;
    }

    /// Takes both ports, reads the mails of earlier runs, and answers.
    public static MailCatcher start(Options options) throws IOException {
        LocalHttpServer pages = LocalHttpServer.bind(options.host(), options.httpPort());
        try {
            MailStore store = MailStore.open(options.dataDir());
            Mood mood = new Mood();
            SMTPServer smtp = smtp(options, store, mood);
            listen(smtp, options);
            pages.serve(new Inbox(store, new MailApi(store, mood))::handle);
            return new MailCatcher(store, pages, smtp);
        } catch (IOException | RuntimeException e) {
            pages.close();
            throw e;
        }
    }

    public int smtpPort() {
        return smtp.getPortAllocated();
    }

    public int httpPort() {
        return pages.port();
    }

    private static SMTPServer smtp(Options options, MailStore store, Mood mood) throws IOException {
        ExecutorService threads =
                Executors.newCachedThreadPool(
                        Thread.ofPlatform().daemon().name("smtp-", 0).factory());
        SMTPServer smtp =
                SMTPServer.port(options.smtpPort())
                        .bindAddress(InetAddress.getByName(options.host()))
                        .hostName("mail.orderstream.local")
                        .softwareName("Orderstream mail catcher")
                        .executorService(threads)
                        .serverSocketFactory((ServerSocketCreator) PipeliningServerSocket::new)
                        .messageHandlerFactory(session -> new Receiving(store, mood, session))
                        .maxMessageSize(MAIL_BYTES_MAX)
                        .maxConnections(CONNECTIONS_MAX)
                        .maxRecipients(RECIPIENTS_MAX)
                        .insertReceivedHeaders(false)
                        .build();
        smtp.getCommandHandler().addCommand(new EhloCommand());
        smtp.getCommandHandler().addCommand(new DataCommand());
        return smtp;
    }

    /// The library hides a taken port in a RuntimeException.
    private static void listen(SMTPServer smtp, Options options) throws IOException {
        try {
            smtp.start();
        } catch (RuntimeException e) {
            if (e.getCause() instanceof IOException taken) {
                throw new IOException(
                        "SMTP port "
                                + options.host()
                                + ":"
                                + options.smtpPort()
                                + ": "
                                + taken.getMessage(),
                        taken);
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        smtp.stop();
        pages.close();
        store.close();
    }
}
