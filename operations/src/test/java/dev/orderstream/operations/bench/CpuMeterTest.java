package dev.orderstream.operations.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.operations.stack.StackProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// CPU time is read by process and shared out among orders.
class CpuMeterTest {

    @Test
    void eachOrderBearsItsShare() {
        Map<String, Double> each =
                CpuMeter.perOrder(
                        Map.of("kafka", Duration.ofMillis(100)),
                        Map.of("kafka", Duration.ofMillis(300), "bench", Duration.ofMillis(50)),
                        1000);

        assertThat(each).isEqualTo(Map.of("kafka", 200.0, "bench", 50.0, "total", 250.0));
    }

    @Test
    void aRunningProcessHasHadTime() {
        long self = ProcessHandle.current().pid();
        Map<String, Duration> times = new CpuMeter(List.of(new StackProcess("self", self))).read();

        assertThat(times.get("self")).isPositive();
        assertThat(times.get(CpuMeter.BENCH)).isPositive();
    }

    @Test
    void aProcessThatIsGoneIsLeftOut() {
        CpuMeter meter = new CpuMeter(List.of(new StackProcess("gone", 4_000_000_000L)));

        assertThat(meter.read()).containsOnlyKeys(CpuMeter.BENCH);
    }
}
