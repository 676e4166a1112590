package dev.orderstream.email.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderstream.email.composing.ComposedMail;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What others write cannot become a header, a command or an address.
class HeaderTextTest {

    @Test
    void aNameWithALineBreakBecomesOneEncodedName() {
        String header = HeaderText.mailbox("Ada\r\nBcc: all@example.com", "ada@example.com");

        assertThat(header).doesNotContain("Bcc").doesNotContain("\r\nB");
        assertThat(decoded(header)).isEqualTo("Ada\r\nBcc: all@example.com");
    }

    @Test
    void aQuoteInANameCannotEndIt() {
        assertThat(HeaderText.mailbox("Ada\" <x@evil.example>", "ada@example.com"))
                .doesNotContain("evil")
                .endsWith("<ada@example.com>");
    }

    @Test
    void aLongForeignNameIsFoldedBetweenCharacters() {
        String name = "Þórður ".repeat(20) + "😀".repeat(30);

        String header = HeaderText.mailbox(name, "a@example.com");

        assertThat(decoded(header)).isEqualTo(name);
        assertThat(header.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(78));
    }

    @Test
    void aHeaderThatHoldsALineBreakIsNotWritten() {
        assertThatThrownBy(() -> new MimeMail().header("Subject", "Hello\r\nBcc: x@example.com"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MimeMail().header("Subject", "Hello\nBcc: x@example.com"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTextThatLooksLikeTheEndOfAMailIsOnlyText() {
        String text = "Hello\r\n.\r\nMAIL FROM:<x@evil.example>\r\n--=_alternative_=--";

        var wire =
                new String(
                        new MimeMail().with(new ComposedMail("Hello", text, text)),
                        StandardCharsets.US_ASCII);

        assertThat(wire).doesNotContain("\r\n.").doesNotContain("evil");
        assertThat(wire.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(79));
        assertThat(wire.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    }

    @Test
    void onlyWhatSmtpCanCarryIsAnAddress() {
        assertThat(MailAddress.of("ada@example.com")).contains(new MailAddress("ada@example.com"));
        assertThat(MailAddress.of("ada@bücher.example"))
                .contains(new MailAddress("ada@xn--bcher-kva.example"));
        for (String bad :
                List.of(
                        "",
                        "ada",
                        "@example.com",
                        "ada@",
                        "ada@example.com>\r\nRCPT TO:<x@evil.example",
                        "a b@example.com",
                        "ada@example .com",
                        "<ada@example.com>",
                        "ada@-example.com",
                        "\u00e1da@example.com")) {
            assertThat(MailAddress.of(bad)).as(bad).isEmpty();
        }
    }

    private static String decoded(String header) {
        return Pattern.compile("=\\?UTF-8\\?B\\?([^?]*)\\?=")
                .matcher(header)
                .results()
                .map(word -> Base64.getDecoder().decode(word.group(1)))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }
}
