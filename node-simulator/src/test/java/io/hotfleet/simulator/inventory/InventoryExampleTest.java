package io.hotfleet.simulator.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hotfleet.simulator.inventory.reader.FleetReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InventoryExampleTest {
    @Test
    void tellsTheSameFleetAsItsFleetFile() throws IOException {
        Fleet imported = FleetReader.read(inventory());

        Fleet written = FleetReader.read(List.of(Sources.example("inventory.yaml")));
        assertThat(imported)
                .usingRecursiveComparison()
                .ignoringFields("conflicts", "inputs", "clusters.states")
                .ignoringFieldsMatchingRegexes("machines.facts.(kb|installed|architecture)")
                .isEqualTo(written);
    }

    @Test
    void saysWhatItLeavesOutAndWhatStaysUnknown() throws IOException {
        Fleet imported = FleetReader.read(inventory());

        assertThat(imported.conflicts())
                .containsExactly(
                        "left out, not Windows: LNX-01.contoso.example",
                        "../examples/inventory/computerinfo.json: nothing tells whether 12/10/2024 has the day first or"
                                + " the month: such dates decide nothing, the order of releases does",
                        "../examples/inventory/graph.json: WEB-04.contoso.example: hotpatchEnablementStatus is"
                                + " PendingEvaluation, optIn stays unknown");
    }

    @Test
    void tellsTheSameFactsInWhateverOrderTheFilesCome() throws IOException {
        List<Source> reversed = new ArrayList<>(inventory());
        Collections.reverse(reversed);

        Fleet fleet = FleetReader.read(reversed);

        assertThat(fleet.machines())
                .extracting(machine -> machine.name().toUpperCase(Locale.ROOT), Machine::facts, Machine::cluster)
                .containsExactlyInAnyOrderElementsOf(FleetReader.read(inventory()).machines().stream()
                        .map(machine -> tuple(machine.name(), machine.facts(), machine.cluster()))
                        .toList());
    }

    private static List<Source> inventory() throws IOException {
        try (Stream<Path> files = Files.list(Sources.EXAMPLES.resolve("inventory"))) {
            return files.sorted().map(Source::of).toList();
        }
    }
}
