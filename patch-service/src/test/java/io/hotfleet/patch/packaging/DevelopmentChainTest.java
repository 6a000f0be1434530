package io.hotfleet.patch.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DevelopmentChainTest {
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    @Test
    void isMadeOfFourKeys() {
        DevelopmentChain chain = new DevelopmentChain(List.of(), START);

        assertThat(chain.keys())
                .extracting(key -> key.name)
                .containsExactlyInAnyOrder("root", "intermediate", "signer", "timestamp");
    }

    @Test
    void isTheSameWhenItsKeysAreReadAgain() {
        DevelopmentChain made = new DevelopmentChain(List.of(), START);

        DevelopmentChain read = new DevelopmentChain(made.keys(), START.plus(Duration.ofDays(365)));

        assertThat(read.signer().chain()).isEqualTo(made.signer().chain());
        assertThat(read.trust(START).root()).isEqualTo(made.trust(START).root());
    }

    @Test
    void renewsWhatSignsBeforeItsEnd() {
        DevelopmentChain made = new DevelopmentChain(List.of(), START);
        Instant late = START.plus(Duration.ofDays(3 * 365 - 89));

        DevelopmentChain renewed = new DevelopmentChain(made.keys(), late);

        assertThat(renewed.signer().certificate()).isNotEqualTo(made.signer().certificate());
        assertThat(renewed.trust(late).root()).isEqualTo(made.trust(START).root());
    }
}
