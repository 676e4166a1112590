package dev.orderstream.operations.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Equal reasons get equal names, whichever line they are about.
class RejectionReasonTest {

    @Test
    void aFailedValidationSaysWhereAndWhy() {
        assertThat(
                        RejectionReason.of(
                                422,
                                """
                                {"code":"validation-failed","errors":[
                                  {"pointer":"/lines/12/quantity","code":"too-small"},
                                  {"pointer":"/lines/13/quantity","code":"too-small"}]}
                                """))
                .isEqualTo("validation-failed /lines/*/quantity too-small");
    }

    @Test
    void aProblemWithoutErrorsIsItsCode() {
        assertThat(RejectionReason.of(422, "{\"code\":\"total-not-chargeable\"}"))
                .isEqualTo("total-not-chargeable");
    }

    @Test
    void anAnswerThatIsNoProblemIsItsStatus() {
        assertThat(RejectionReason.of(404, "<html>")).isEqualTo("http-404");
        assertThat(RejectionReason.of(403, "{}")).isEqualTo("http-403");
    }
}
