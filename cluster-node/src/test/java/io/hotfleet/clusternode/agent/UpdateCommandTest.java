package io.hotfleet.clusternode.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.hotfleet.clusternode.agent.UpdateReport.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Against the same golden bodies as patch-service's own tests.
class UpdateCommandTest {
    private static final Path CONTRACT = Path.of("../contract/patch");
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Test
    void readsACommand() throws IOException {
        JsonNode command = golden("step-response.json").get("commands").get(0);

        UpdateCommand order = JSON.treeToValue(command, UpdateCommand.class);

        assertThat(order)
                .isEqualTo(new UpdateCommand(
                        18,
                        "sql-ag-01-1",
                        Instant.parse("2025-01-18T21:00:00Z"),
                        "INSTALL",
                        "KB5050009",
                        "CUMULATIVE",
                        null,
                        true,
                        1,
                        "BASELINE"));
        assertThat(order.hotpatches()).isFalse();
    }

    @Test
    void writesAReport() throws IOException {
        JsonNode golden = golden("step-request.json").get("reports").get(0);
        UpdateReport report = new UpdateReport(
                "web-001",
                1,
                Instant.parse("2025-01-14T18:34:00Z"),
                17L,
                "KB5050009",
                Outcome.RESTARTED,
                null,
                0,
                1483,
                480,
                "running",
                0,
                0,
                0);

        JsonNode written = JSON.readTree(JSON.writeValueAsBytes(report));

        List<String> wanted = new ArrayList<>();
        golden.fieldNames().forEachRemaining(wanted::add);
        wanted.remove("state");
        assertThat(written.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(wanted);
        wanted.forEach(field -> assertThat(written.get(field)).as(field).isEqualTo(golden.get(field)));
    }

    private static JsonNode golden(String name) throws IOException {
        return JSON.readTree(CONTRACT.resolve(name).toFile());
    }
}
