package io.hotfleet.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotfleet.cli.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SizesTest {
    @Test
    void readsThousandsAndMillions() {
        assertThat(Sizes.KERNEL.read(List.of("7", "10k", "1m"))).containsExactly(7, 10_000, 1_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k", "0", "-1k", "11m", "9999999k", "1.5k", "1g"})
    void refusesWhatIsNoSizeAndTellsWhatIs(String text) {
        assertThatThrownBy(() -> Sizes.KERNEL.read(List.of(text)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("--sizes: '%s' is not a number between 1 and 10000k".formatted(text));
    }

    @Test
    void rehearsalsTakeWholeClusters() {
        assertThatThrownBy(() -> Sizes.REHEARSAL.read(List.of("1001")))
                .hasMessageContaining("is not a multiple of 4 between 4 and 100k");
    }
}
