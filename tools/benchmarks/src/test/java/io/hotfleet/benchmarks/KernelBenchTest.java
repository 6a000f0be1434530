package io.hotfleet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hotfleet.benchmarks.KernelBench.Effort;
import io.hotfleet.node.batch.FleetYear;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KernelBenchTest {
    private static final int MACHINES = 500;

    @Test
    void measuresEverySizeWithItsProof() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        boolean right = new KernelBench(1, 2, new Effort(MACHINES, 0, 20, 10_000))
                .run(new int[] {MACHINES}, new KernelJson(), new PrintStream(bytes, true, StandardCharsets.UTF_8));

        JsonNode size = JsonMapper.builder()
                .build()
                .readTree(bytes.toByteArray())
                .path("sizes")
                .path(0);
        assertThat(right).isTrue();
        assertThat(size.path("machines").asInt()).isEqualTo(MACHINES);
        assertThat(size.path("digest").asText())
                .isEqualTo(Releases.year2025(1).run(MACHINES, 3).digest());
        assertThat(size.path("repeated").asBoolean()).isTrue();
        assertThat(size.path("hotpatching").path("4").asInt()
                        + size.path("blocked").path("12").asInt())
                .isEqualTo(MACHINES);
        assertThat(size.path("eventsPerCoreSecond").asDouble()).isPositive();
    }

    @Test
    void otherRestartsOrAnotherDigestAreNoProof() {
        assertThat(measured(Map.of(4, 9), Map.of(12, 1), true).isRight()).isTrue();
        assertThat(measured(Map.of(4, 8, 5, 1), Map.of(12, 1), true).isRight()).isFalse();
        assertThat(measured(Map.of(4, 9), Map.of(12, 1), false).isRight()).isFalse();
    }

    @Test
    void aRerunIsTheSameEveryTime() {
        FleetYear year = Releases.year2025(3);

        assertThat(year.rerun(40).getAsLong()).isEqualTo(year.rerun(40).getAsLong());
    }

    private static Measured measured(
            Map<Integer, Integer> hotpatching, Map<Integer, Integer> blocked, boolean repeated) {
        return new Measured(10, 1, 1, 1, 2, 1, 1, 1, 1, hotpatching, blocked, 0, "sha256:0", repeated);
    }
}
