package io.hotfleet.simulator.rehearsal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.simulator.client.FakePatch;
import io.hotfleet.simulator.inventory.Source;
import io.hotfleet.simulator.rehearsal.request.RehearsalParameters;
import io.hotfleet.simulator.rehearsal.request.RehearsalRequest;
import io.hotfleet.simulator.simulation.Period;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StoredRequestTest {
    private static final RehearsalParameters TERMS = new RehearsalParameters(
            new Period(YearMonth.of(2025, 1), YearMonth.of(2025, 3)), Long.MIN_VALUE, "dated", 7, true);

    @Test
    void whatIsUnpackedIsWhatWasAsked() {
        RehearsalRequest asked = request(
                source("../inventory/cluster.yaml", "fleet: ü\n"), source("a.csv", "name\na\n"), source("a.csv", ""));

        RehearsalRequest unpacked = StoredRequest.of(asked, 10_000).unpacked();

        assertThat(unpacked.fingerprint()).isEqualTo(asked.fingerprint());
        assertThat(unpacked.sources())
                .extracting(Source::name)
                .containsExactly("../inventory/cluster.yaml", "a.csv", "a.csv");
        assertThat(unpacked.overlay()).isEqualTo(asked.overlay());
        assertThat(unpacked.terms()).isEqualTo(asked.terms());
    }

    @Test
    void whatIsTooLargeWhenPackedIsNotKept() {
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);
        Source large = new Source("noise", () -> new ByteArrayInputStream(noise));

        assertThat(StoredRequest.of(request(large), 10_000)).isEqualTo(new StoredRequest(null, true));
    }

    @Test
    void whatIsLargeOnlyUnpackedIsKept() {
        assertThat(StoredRequest.of(request(source("zeros", "0".repeat(1_000_000))), 10_000)
                        .tooLarge())
                .isFalse();
    }

    private static RehearsalRequest request(Source... sources) {
        return new RehearsalRequest(List.of(sources), FakePatch.CATALOGUE, TERMS, "key");
    }

    private static Source source(String name, String text) {
        return new Source(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
