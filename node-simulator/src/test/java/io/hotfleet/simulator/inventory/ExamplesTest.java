package io.hotfleet.simulator.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hotfleet.simulator.inventory.reader.FleetReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExamplesTest {
    @ParameterizedTest
    @ValueSource(strings = {"contoso.yaml", "mixed.yaml", "inventory.yaml"})
    void fitTheSchema(String name) throws IOException {
        String yaml = Files.readString(Sources.EXAMPLES.resolve(name));

        assertThat(FleetSchema.load().complaints(yaml)).isEmpty();
    }

    @Test
    void mixHoldsAllThatAFleetFileCanSay() {
        Fleet fleet = FleetReader.read(List.of(Sources.example("mixed.yaml")));

        assertThat(fleet.machines()).hasSize(151);
        assertThat(fleet.clusters()).extracting(Cluster::witness).containsExactly("none", "cloud", "file-share");
        assertThat(fleet.machines().stream().map(m -> m.facts().product()).collect(Collectors.toSet()))
                .hasSize(4);
        assertThat(fleet.events()).hasSize(3);
        assertThat(fleet.policy().rings()).hasSize(2);
        assertThat(fleet.machines())
                .filteredOn(m -> m.name().equals("az-01"))
                .extracting(m -> m.facts().edition(), m -> m.facts().platform())
                .containsExactly(tuple("datacenter-azure-edition", "azure"));
    }

    @Test
    void tableTellsNothingItDoesNotHold() {
        Fleet fleet = FleetReader.read(List.of(Sources.example("servers.csv")));

        assertThat(fleet.name()).isEqualTo("inventory");
        assertThat(fleet.machines()).hasSize(12);
        assertThat(fleet.clusters())
                .containsExactly(new Cluster(
                        "fs-01",
                        "none",
                        List.of(new Cluster.ClusteredRole("generic", 2)),
                        new Window("saturday", "22:00", 6, "Europe/Berlin"),
                        List.of("fs-01a", "fs-01b")));
        Facts last = fleet.machines().getLast().facts();
        assertThat(last.vbs()).isNull();
        assertThat(last.installOption()).isNull();
        assertThat(last.optIn()).isFalse();
        assertThat(fleet.machines().get(9).facts().roles()).containsExactly("dns", "domain-controller");
    }
}
