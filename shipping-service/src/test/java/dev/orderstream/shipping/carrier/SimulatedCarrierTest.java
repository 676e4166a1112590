package dev.orderstream.shipping.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.events.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The carrier keeps the port's promise and does what its page says.
class SimulatedCarrierTest {

    private static final Path PAGE = Path.of("../docs/reference/shipping.md");
    private static final Clock NOW = Clock.systemUTC();

    private final Carrier carrier = new SimulatedCarrier(NOW);

    @Test
    void aParcelIsTakenOnceForItsKey() {
        UUID key = Ids.next();

        Booking first = carrier.book(key, parcel("SW1Y 4JH"));

        assertThat(first).isInstanceOf(Booking.Booked.class);
        assertThat(carrier.book(key, parcel("SW1Y 4JH"))).isEqualTo(first);
        assertThat(carrier.book(key, parcel(null))).isEqualTo(first);
        assertThat(carrier.book(Ids.next(), parcel("SW1Y 4JH"))).isNotEqualTo(first);
    }

    @Test
    void aParcelThatIsTakenCannotBeWithdrawn() {
        for (String code : List.of("SW1Y 4JH", SimulatedCarrier.LOST)) {
            assertThat(carrier.withdraw(Ids.next(), parcel(code)))
                    .as(code)
                    .isInstanceOf(Withdrawal.AlreadyBooked.class);
        }
    }

    @Test
    void aParcelThatIsNotTakenCanBeWithdrawn() {
        for (String code :
                List.of(SimulatedCarrier.REFUSED, SimulatedCarrier.AWAY, SimulatedCarrier.SLOW)) {
            UUID key = Ids.next();
            assertThat(carrier.book(key, parcel(code)))
                    .as(code)
                    .isNotInstanceOf(Booking.Booked.class);
            assertThat(carrier.withdraw(key, parcel(code)))
                    .as(code)
                    .isEqualTo(new Withdrawal.Withdrawn());
        }
    }

    @Test
    void aSlowParcelIsTakenAfterAWhile() {
        UUID key = Ids.next();
        Clock later = Clock.offset(NOW, SimulatedCarrier.SLOW_FOR);

        assertThat(carrier.book(key, parcel(SimulatedCarrier.SLOW)))
                .isInstanceOf(Booking.Away.class);
        assertThat(new SimulatedCarrier(later).book(key, parcel(SimulatedCarrier.SLOW)))
                .isEqualTo(carrier.book(key, parcel("SW1Y 4JH")));
    }

    @Test
    void thePageListsEachTestPostalCodeAndNoOther() throws IOException {
        Set<String> listed =
                Files.readAllLines(PAGE).stream()
                        .dropWhile(line -> !line.equals("## The simulated carrier"))
                        .skip(1)
                        .takeWhile(line -> !line.startsWith("## "))
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.split("`")[1])
                        .collect(Collectors.toSet());

        assertThat(listed)
                .containsExactlyInAnyOrder(
                        SimulatedCarrier.REFUSED,
                        SimulatedCarrier.AWAY,
                        SimulatedCarrier.SLOW,
                        SimulatedCarrier.LOST);
    }

    private static Parcel parcel(@Nullable String postalCode) {
        return new Parcel("Ada Lovelace", new Address(null, null, postalCode, "GB"), List.of());
    }
}
