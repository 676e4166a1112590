package dev.orderstream.orders.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Cursors survive the journey to the client and back, and nothing else is one.
class CursorTest {

    @Test
    void aCursorIsReadBackAsItWasWritten() {
        Cursor cursor = new Cursor(UUID.fromString("018f6a1e-7a5c-7c3e-9d2b-0123456789ab"));

        assertThat(Cursor.parse(cursor.text())).contains(cursor);
        assertThat(cursor.text()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%00"})
    void otherTextIsNoCursor(String text) {
        assertThat(Cursor.parse(text)).isEmpty();
    }
}
