package dev.orderstream.localstack.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The end of a mail is found wherever the blocks are cut.
class DotStuffedTest {

    private static final String[] PIECES = {"\r\n", "\r", "\n", ".", "..", "a", "\r\n.", "b\r\n"};

    @Test
    void everyMailArrivesAsItWasAndTheRestStaysUnread() throws IOException {
        long seed = 7;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            String mail = text.append("\r\n").toString();
            InputStream in = cut(stuffed(mail) + ".\r\nNOOP", random.split());

            byte[] read = new DotStuffed(in).read(1000);

            assertThat(read).as("seed %d, round %d", seed, round).isEqualTo(bytes(mail));
            assertThat(in.readAllBytes()).isEqualTo(bytes("NOOP"));
        }
    }

    @Test
    void aMailThatIsTooLargeIsReadToItsEnd() throws IOException {
        InputStream in =
                new BufferedInputStream(
                        new ByteArrayInputStream(bytes("x\r\n".repeat(50_000) + ".\r\nNOOP")));

        assertThat(new DotStuffed(in).read(1000)).isNull();
        assertThat(in.readAllBytes()).isEqualTo(bytes("NOOP"));
    }

    private static String stuffed(String mail) {
        String dotted = mail.startsWith(".") ? "." + mail : mail;
        return dotted.replace("\r\n.", "\r\n..");
    }

    /// Gives a few bytes at a time, as a network does.
    private static InputStream cut(String text, SplittableRandom random) {
        InputStream all = new ByteArrayInputStream(bytes(text));
        return new BufferedInputStream(
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        return all.read();
                    }

                    @Override
                    public int read(byte[] into, int from, int length) throws IOException {
                        return all.read(into, from, Math.min(length, 1 + random.nextInt(4)));
                    }
                },
                8192);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
