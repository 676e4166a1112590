package dev.orderstream.localstack.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.internal.server.Command;
import org.subethamail.smtp.internal.server.HelpMessage;
import org.subethamail.smtp.server.Session;

/// DATA that reads a mail in blocks: the library's own reads it byte by byte through three streams.
final class DataCommand implements Command {

    @Override
    public void execute(String line, Session session) throws IOException {
        if (!session.isMailTransactionInProgress()) {
            session.sendResponse("503 5.5.1 Error: need MAIL command");
        } else if (session.getRecipientCount() == 0) {
            session.sendResponse("503 5.5.1 Error: need RCPT command");
        } else {
            session.sendResponse("354 End data with <CR><LF>.<CR><LF>");
            session.sendResponse(received(session));
            session.resetMailTransaction();
        }
    }

    private static String received(Session session) throws IOException {
        int sizeMax = session.getServer().getMaxMessageSize();
        byte[] mail = new DotStuffed(session.getRawInput()).read(sizeMax);
        if (mail == null) {
            return "552 5.3.4 Larger than " + sizeMax + " bytes";
        }
        try {
            return "250 " + session.getMessageHandler().data(new ByteArrayInputStream(mail));
        } catch (RejectException refused) {
            return refused.getErrorResponse();
        }
    }

    @Override
    public HelpMessage getHelp() {
        return new HelpMessage("DATA", "The mail follows, ended by a line with a dot.");
    }

    @Override
    public String getName() {
        return "DATA";
    }
}
