package io.hotfleet.patch.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.hotfleet.patch.planner.Command.Action;
import io.hotfleet.patch.planner.Command.Contents;
import io.hotfleet.patch.planner.Reason;
import io.hotfleet.rest.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What live nodes are asked, as `contract/` has it.
class ChangesContractTest {
    @Test
    void aCommandIsWrittenAsTheContractSays() throws IOException {
        JsonMapper json = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        CommandView command = new CommandView(
                17,
                "web-001",
                Instant.parse("2025-02-11T18:00:00Z"),
                Action.INSTALL,
                "KB5052105",
                Contents.HOTPATCH,
                "sha256:" + "9f".repeat(32),
                false,
                0,
                Reason.of("HOTPATCH"));

        String written = json.writeValueAsString(new Page<>(List.of(command), "17"));

        String golden = Files.readString(Path.of("../contract/patch/changes.json"));
        assertThat(json.readTree(written)).isEqualTo(json.readTree(golden));
    }
}
