package dev.orderstream.localstack.mail;

import java.io.IOException;
import org.subethamail.smtp.internal.server.Command;
import org.subethamail.smtp.internal.server.HelpMessage;
import org.subethamail.smtp.server.Session;

/// EHLO that also offers PIPELINING (RFC 2920), which the library's own keeps quiet about.
final class EhloCommand implements Command {

    @Override
    public void execute(String line, Session session) throws IOException {
        String[] words = line.strip().split("\\s+", 2);
        if (words.length < 2) {
            session.sendResponse("501 Syntax: EHLO hostname");
            return;
        }
        session.resetMailTransaction();
        session.setHelo(words[1]);
        session.sendResponse(
                String.join(
                        "\r\n",
                        "250-" + session.getServer().getHostName(),
                        "250-PIPELINING",
                        "250-8BITMIME",
                        "250-SMTPUTF8",
                        "250 SIZE " + session.getServer().getMaxMessageSize()));
    }

    @Override
    public HelpMessage getHelp() {
        return new HelpMessage("EHLO", "Introduce yourself.", "<hostname>");
    }

    @Override
    public String getName() {
        return "EHLO";
    }
}
