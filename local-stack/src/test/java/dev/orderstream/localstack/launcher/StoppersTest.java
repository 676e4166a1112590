package dev.orderstream.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class StoppersTest {

    private final List<Layer> stopped = new CopyOnWriteArrayList<>();
    private final List<Layer> failed = new CopyOnWriteArrayList<>();
    private final Stoppers stoppers = new Stoppers();

    @Test
    void whatStandsOnAnotherIsStoppedBeforeIt() {
        for (var layer : List.of(Layer.KAFKA, Layer.SERVICES, Layer.POSTGRES, Layer.CONNECT)) {
            stoppers.add(layer, () -> stopped.add(layer));
        }

        stoppers.begin();
        stoppers.stop(this::failed);

        assertThat(stopped)
                .containsExactly(Layer.SERVICES, Layer.CONNECT, Layer.KAFKA, Layer.POSTGRES);
        assertThat(failed).isEmpty();
    }

    @Test
    void aLayerThatFailsKeepsNoOtherFromBeingStopped() {
        stoppers.add(Layer.POSTGRES, () -> stopped.add(Layer.POSTGRES));
        stoppers.add(
                Layer.CONNECT,
                () -> {
                    throw new IllegalStateException("stuck");
                });

        stoppers.begin();
        stoppers.stop(this::failed);

        assertThat(stopped).containsExactly(Layer.POSTGRES);
        assertThat(failed).containsExactly(Layer.CONNECT);
    }

    @Test
    void onlyOneCallerIsToStop() {
        assertThat(stoppers.begin()).isTrue();
        assertThat(stoppers.begin()).isFalse();
    }

    @Test
    void whatStartsWhileAllIsStoppedIsStoppedToo() {
        stoppers.begin();

        stoppers.add(Layer.KAFKA, () -> stopped.add(Layer.KAFKA));

        assertThat(stopped).containsExactly(Layer.KAFKA);
    }

    private void failed(Layer layer, RuntimeException fault) {
        failed.add(layer);
    }
}
