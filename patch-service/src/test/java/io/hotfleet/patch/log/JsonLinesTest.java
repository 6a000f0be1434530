package io.hotfleet.patch.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    @Test
    void anEntryIsOneLineWhateverItSays() throws Exception {
        ExtLogRecord entry =
                new ExtLogRecord(Level.WARN, "said \"%s\"\nand left", ExtLogRecord.FormatStyle.PRINTF, "x");
        entry.setParameters(new Object[] {"no"});
        entry.setLoggerName("io.hotfleet");
        entry.setThrown(new IllegalStateException("why"));

        String line = new JsonLines("patch-service").format(entry);

        JsonNode json = new ObjectMapper().readTree(line);
        assertThat(line.lines()).hasSize(1);
        assertThat(json.get("message").asText()).isEqualTo("said \"no\"\nand left");
        assertThat(json.get("level").asText()).isEqualTo("WARN");
        assertThat(json.get("exception").asText()).contains("java.lang.IllegalStateException: why", "\n");
    }
}
