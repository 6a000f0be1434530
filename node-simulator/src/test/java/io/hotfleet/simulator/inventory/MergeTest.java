package io.hotfleet.simulator.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotfleet.simulator.inventory.reader.FleetReader;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MergeTest {
    private static Source guard(String file, String machine, int status) {
        return Sources.text(
                file,
                "{\"PSComputerName\": \"" + machine + "\", \"VirtualizationBasedSecurityStatus\": " + status + "}");
    }

    private static Fleet merge(Source... sources) {
        return FleetReader.read(List.of(sources));
    }

    @Test
    void letsLaterFilesWinAndSaysSo() {
        Fleet fleet =
                merge(Sources.text("f.yaml", "servers: [{name: a, vbs: running, cores: 8}]"), guard("g.json", "A", 1));

        assertThat(fleet.machines()).hasSize(1);
        assertThat(fleet.machines().getFirst().name()).isEqualTo("a");
        assertThat(fleet.machines().getFirst().facts().vbs()).isEqualTo("configured");
        assertThat(fleet.machines().getFirst().facts().cores()).isEqualTo(8);
        assertThat(fleet.conflicts()).contains("a: vbs is configured (g.json), not running (f.yaml)");
    }

    @Test
    void prefersAKnownFactToAnUnknownOne() {
        Fleet fleet = merge(guard("g.json", "a", 2), Sources.text("f.yaml", "servers: [{name: a, vbs: unknown}]"));

        assertThat(fleet.machines().getFirst().facts().vbs()).isEqualTo("running");
    }

    @Test
    void passesNothingByDefaultOnceAMachineWasLookedAt() {
        Fleet fleet = merge(guard("g.json", "a", 2), Sources.text("f.yaml", "servers: [a, b]"));

        assertThat(fleet.machines().getFirst().facts().licence()).isNull();
        assertThat(fleet.machines().getLast().facts().licence()).isEqualTo("enabled");
    }

    @Test
    void fillsGapsOfImportedMachinesFromDefaults() {
        Fleet fleet = merge(
                guard("g.json", "a", 2),
                Sources.text("f.yaml", "defaults: {licence: enabled, vbs: off, product: windows-server-2025}"));

        assertThat(fleet.machines().getFirst().facts().licence()).isEqualTo("enabled");
        assertThat(fleet.machines().getFirst().facts().vbs()).isEqualTo("running");
        assertThat(fleet.conflicts()).isEmpty();
    }

    @Test
    void keepsTheDefaultsOfEachFleetFileToItsMachines() {
        Fleet fleet = merge(
                Sources.text("x.yaml", "defaults: {cores: 4}\nservers: [a]"),
                Sources.text("y.yaml", "defaults: {cores: 8, licence: disabled}\nservers: [b]"));

        assertThat(fleet.machines())
                .extracting(m ->
                        m.name() + " " + m.facts().cores() + " " + m.facts().licence())
                .containsExactly("a 4 enabled", "b 8 disabled");
    }

    @Test
    void takesAShortNameForTheOneMachineThatHasIt() {
        Fleet fleet = merge(guard("g.json", "a.contoso.com", 2), guard("h.json", "A", 2), guard("i.json", "b", 2));

        assertThat(fleet.machines()).extracting(Machine::name).containsExactly("a", "b");
    }

    @Test
    void keepsTheSameShortNameOfTwoDomainsApart() {
        Fleet fleet = merge(guard("g.json", "a.contoso.com", 2), guard("h.json", "a.fabrikam.com", 1));

        assertThat(fleet.machines())
                .extracting(m -> m.name() + " " + m.facts().vbs())
                .containsExactly("a.contoso.com running", "a.fabrikam.com configured");
    }

    @Test
    void refusesAShortNameThatFitsTwoMachines() {
        assertThatThrownBy(() -> merge(
                        guard("g.json", "a.contoso.com", 2),
                        guard("h.json", "a.fabrikam.com", 1),
                        guard("i.json", "a", 0)))
                .hasMessage("i.json:1: machine \"a\" is not accepted, it may be any of "
                        + "[a.contoso.com, a.fabrikam.com]: name it with its domain");
    }

    @Test
    void givesImportedNodesTheWindowOfTheFleetFile() {
        Fleet fleet = merge(
                Sources.text(
                        "n.json",
                        "[{\"Name\": \"N1\", \"NodeWeight\": 1, \"Cluster\": \"C\"},"
                                + " {\"Name\": \"N2\", \"NodeWeight\": 1, \"Cluster\": \"C\"}]"),
                Sources.text("f.yaml", """
                        clusters:
                          - {name: c, nodes: 3, witness: disk, window: {day: friday, start: "20:00", hours: 4}}
                        """));

        Window window = new Window("friday", "20:00", 4, "UTC");
        assertThat(fleet.clusters())
                .containsExactly(new Cluster(
                        "c", "disk", List.of(new Cluster.ClusteredRole("generic", 2)), window, List.of("N1", "N2")));
        assertThat(fleet.machines()).extracting(Machine::window).containsOnly(window);
        assertThat(fleet.conflicts())
                .contains("c: the nodes that a file names are used, not the number that f.yaml tells");
    }

    @Test
    void countsConflictsBeyondAThousand() {
        String first = "servers: [{name: \"a[1-1100]\", vbs: off}]";
        String second = "servers: [{name: \"a[1-1100]\", vbs: running}]";

        Fleet fleet = merge(Sources.text("x.yaml", first), Sources.text("y.yaml", second));

        assertThat(fleet.conflicts()).hasSize(1_001).last().isEqualTo("and 100 more lines like these");
    }

    @Test
    void isTheSameForEveryWayToWriteATable() {
        List<String> tables = List.of(
                "name,vbs,optIn\na,off,true\n",
                "\uFEFFName;VBS;OptIn\r\na;Off;TRUE\r\n\r\n",
                "sep=;\nname;vbs;optin\n\"a\";\"off\";true\n",
                "name\tvbs\toptIn\na\toff\ttrue");

        List<Facts> facts = IntStream.range(0, tables.size())
                .mapToObj(i -> merge(Sources.text("t.csv", tables.get(i)))
                        .machines()
                        .getFirst()
                        .facts())
                .distinct()
                .toList();

        assertThat(facts).hasSize(1);
        assertThat(facts.getFirst().vbs()).isEqualTo("off");
    }
}
