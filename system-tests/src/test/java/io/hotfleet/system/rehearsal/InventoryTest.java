package io.hotfleet.system.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hotfleet.system.stack.Cli;
import io.hotfleet.system.stack.Rehearsal;
import io.hotfleet.system.stack.SharedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What administrators have says the same as the fleet file that says it.
@ExtendWith(SharedStack.class)
class InventoryTest {

    private static final Path EXAMPLES = Cli.ROOT.resolve("examples");
    // the name of a fleet and remarks on its files are not told by the machines
    private static final List<String> OF_THE_FILES = List.of("fleet", "warnings");

    @Test
    void inventoryFilesGiveTheReportOfTheFleetFile() throws IOException {
        JsonNode written = machinesReport(Rehearsal.ofFiles(EXAMPLES.resolve("inventory.yaml")));

        JsonNode imported = machinesReport(Rehearsal.ofFiles(inventory()));

        assertThat(imported).isEqualTo(written);
    }

    @Test
    void theExampleOfWhatIfGivesOneRestartMore() throws IOException {
        Rehearsal plain = Rehearsal.of("fleet: one\nservers: [{name: a}]\n")
                .from("2026-01")
                .to("2026-05");
        String whatIf = Files.readString(EXAMPLES.resolve("releases-may-baseline.json"));

        assertThat(Rehearsal.restarts(plain.releases(whatIf).run(), "HOTPATCH")).isEqualTo(3);
    }

    private static JsonNode machinesReport(Rehearsal rehearsal) {
        ObjectNode report = (ObjectNode) rehearsal.run();
        return report.remove(OF_THE_FILES);
    }

    private static Path[] inventory() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES.resolve("inventory"))) {
            return files.sorted().toArray(Path[]::new);
        }
    }
}
