package dev.orderstream.payments.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FailureReasonTest {

    private static final Path PAGE = Path.of("../docs/reference/payment-failures.md");
    private static final Pattern CODE_ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\|");

    @Test
    void theReferencePageListsExactlyTheseCodesInThisOrder() throws IOException {
        List<String> documented =
                CODE_ROW.matcher(Files.readString(PAGE))
                        .results()
                        .map((MatchResult row) -> row.group(1))
                        .toList();
        assertThat(documented)
                .containsExactlyElementsOf(
                        Arrays.stream(FailureReason.values()).map(FailureReason::code).toList());
    }

    @Test
    void theDeclineCodeSaysMoreThanTheErrorCode() {
        assertThat(FailureReason.ofDecline("insufficient_funds", "card_declined"))
                .isEqualTo(FailureReason.INSUFFICIENT_FUNDS);
        assertThat(FailureReason.ofDecline(null, "expired_card"))
                .isEqualTo(FailureReason.EXPIRED_CARD);
    }

    @Test
    void aCodeThatIsNotPublishedYetIsADeclinedCard() {
        assertThat(FailureReason.ofDecline("moon_phase", "card_declined"))
                .isEqualTo(FailureReason.CARD_DECLINED);
        assertThat(FailureReason.ofDecline(null, null)).isEqualTo(FailureReason.CARD_DECLINED);
    }
}
