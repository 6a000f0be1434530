package io.hotfleet.simulator.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.hotfleet.simulator.inventory.reader.FleetReader;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The shapes in which Azure and PowerShell write the same thing.
class ImportTest {
    private static Fleet read(String name, String content) {
        return FleetReader.read(List.of(Sources.text(name, content)));
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                argumentSet("object", "{'PSComputerName': 'A', 'VirtualizationBasedSecurityStatus': 2}", "A running"),
                argumentSet(
                        "number as text",
                        "[{'PSComputerName': 'A', 'VirtualizationBasedSecurityStatus': '1'}]",
                        "A configured"),
                argumentSet("other case", "[{'pscomputername': 'A', 'virtualizationbasedsecuritystatus': 0}]", "A off"),
                argumentSet(
                        "wrapped list",
                        "{'value': [{'PSComputerName': 'A', 'VirtualizationBasedSecurityStatus': 2}], 'Count': 1}",
                        "A running"),
                argumentSet(
                        "wrapped number",
                        "{'PSComputerName': 'A', 'VirtualizationBasedSecurityStatus': {'value': 2, 'Value': 'Running'}}",
                        "A running"),
                argumentSet(
                        "local machine",
                        "{'PSComputerName': null, 'CimSystemProperties': {'ServerName': 'A'},"
                                + " 'VirtualizationBasedSecurityStatus': 2}",
                        "A running"),
                argumentSet("null", "{'PSComputerName': 'A', 'VirtualizationBasedSecurityStatus': null}", "A null"),
                argumentSet(
                        "value that nobody knows",
                        "{'PSComputerName': 'A', 'VirtualizationBasedSecurityStatus': 7}",
                        "A null"),
                argumentSet("name of the file", "{'VirtualizationBasedSecurityStatus': 2}", "SRV-9 running"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void readsDeviceGuardInEveryShape(String json, String expected) {
        Fleet fleet = read("dir/SRV-9.deviceguard.json", json.replace('\'', '"'));

        assertThat(fleet.machines())
                .extracting(machine -> machine.name() + " " + machine.facts().vbs())
                .containsExactly(expected);
    }

    @Test
    void leavesEverythingUnknownThatAFileDoesNotTell() {
        Fleet fleet = read("a.azcmagent.json", "{\"agentVersion\": \"1\", \"status\": \"Disconnected\"}");

        assertThat(fleet.machines().getFirst().facts())
                .isEqualTo(new Facts(
                        "windows-server-2025",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "none",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null));
        assertThat(fleet.conflicts()).containsExactly("no file tells the product, windows-server-2025 is assumed: a");
    }

    static Stream<Arguments> versions() {
        return Stream.of(
                argumentSet("2025", "26100.4946", "ServerStandardEval", "windows-server-2025 standard released"),
                argumentSet(
                        "2025 before its release",
                        "26100.1",
                        "ServerDatacenter",
                        "windows-server-2025 datacenter preview"),
                argumentSet("insider", "27718", "ServerDatacenter", "windows-server-2025 datacenter preview"),
                argumentSet("2022", "20348.2966", "ServerStandard", "windows-server-2022 standard released"),
                argumentSet(
                        "Azure Edition",
                        "20348",
                        "ServerTurbine",
                        "windows-server-2022-azure-edition datacenter-azure-edition released"),
                argumentSet("client", "26200", "Enterprise", "windows-11-24h2 enterprise released"));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void readsProductEditionAndBuildOfTheRegistry(String build, String editionId, String expected) {
        String[] parts = build.split("\\.");
        String ubr = parts.length == 2 ? ", \"UBR\": " + parts[1] : "";

        Facts facts = read(
                        "a.registry.json",
                        "{\"CurrentBuild\": \"" + parts[0] + "\", \"EditionID\": \"" + editionId + "\"" + ubr + "}")
                .machines()
                .getFirst()
                .facts();

        assertThat(facts.product() + " " + facts.edition() + " " + facts.osBuild())
                .isEqualTo(expected);
    }

    @Test
    void leavesOutWhatIsNoneOfTheProducts() {
        String rows = """
                [{"PSComputerName": "OLD", "CurrentBuild": "17763", "EditionID": "ServerStandard"},
                 {"PSComputerName": "NEW", "CurrentBuild": "26100", "EditionID": "ServerStandard"}]
                """;

        Fleet fleet = read("r.json", rows);

        assertThat(fleet.machines()).extracting(Machine::name).containsExactly("NEW");
        assertThat(fleet.conflicts())
                .containsExactly("left out, Windows Server build 17763 is no product that hotpatches: OLD");
    }

    static Stream<Arguments> dates() {
        return Stream.of(
                argumentSet("ticks", "\"/Date(1733788800000)/\""),
                argumentSet("object", "{\"value\": \"/Date(1733788800000)/\", \"DateTime\": \"Tuesday\"}"),
                argumentSet("ISO", "\"2024-12-10T00:00:00+01:00\""),
                argumentSet("WMI", "\"20241210\""),
                argumentSet("American, by another row", "\"12/10/2024\""),
                argumentSet("German", "\"10.12.2024 00:00:00\""));
    }

    @ParameterizedTest
    @MethodSource("dates")
    void handsOnEveryUpdateWithItsDate(String date) {
        String rows = """
                [{"CSName": "A", "HotFixID": "KB5050009", "InstalledOn": "1/14/2025"},
                 {"CSName": "A", "HotFixID": "KB5048794", "InstalledOn": %s},
                 {"CSName": "A", "HotFixID": "KB5055555", "InstalledOn": null}]
                """.formatted(date);

        assertThat(read("h.json", rows)
                        .machines()
                        .getFirst()
                        .facts()
                        .installed()
                        .updates())
                .containsExactly(
                        new Installed.Update("KB5048794", true, LocalDate.of(2024, 12, 10)),
                        new Installed.Update("KB5050009", true, LocalDate.of(2025, 1, 14)),
                        new Installed.Update("KB5055555", false, null));
    }

    static Stream<Arguments> quorums() {
        return Stream.of(
                argumentSet("none", "null", "none"),
                argumentSet("text", "\"File Share Witness\"", "file-share"),
                argumentSet("object", "{\"Name\": \"Witness\", \"ResourceType\": \"Cloud Witness\"}", "cloud"),
                argumentSet("deep", "{\"Name\": \"W\", \"ResourceType\": {\"Name\": \"Physical Disk\"}}", "disk"));
    }

    @ParameterizedTest
    @MethodSource("quorums")
    void readsTheWitness(String resource, String witness) {
        String rows = """
                [{"Cluster": "C", "QuorumResource": %s, "QuorumType": 1},
                 {"Name": "N1", "NodeWeight": 1, "Cluster": "C"}, {"Name": "N2", "NodeWeight": 1, "Cluster": {"Name": "c"}}]
                """.formatted(resource);

        Fleet fleet = read("c.json", rows);

        assertThat(fleet.clusters().getFirst().witness()).isEqualTo(witness);
        assertThat(fleet.clusters().getFirst().nodes()).containsExactly("N1", "N2");
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                argumentSet(
                        "unknown row", "x.json", "[{\"a\": 1}]", "x.json:1: [0] is not recognised, accepted are rows"),
                argumentSet(
                        "no name",
                        "secureboot.txt",
                        "True",
                        "secureboot.txt: tells no machine, accepted is its name in the file's name: "
                                + "<machine>.secureboot.json"),
                argumentSet(
                        "wrong name",
                        "x.json",
                        "{\"HotFixID\": \"KB5048794\", \"CSName\": \"a b\"}",
                        "x.json:1: names the machine \"a b\", accepted is a name of letters"),
                argumentSet(
                        "unknown column",
                        "x.csv",
                        "name;vbss\na;off",
                        "x.csv:1: column \"vbss\" is not accepted: name"),
                argumentSet(
                        "wrong cell",
                        "x.csv",
                        "name,vbs\na,off\nb,on",
                        "x.csv:3: vbs \"on\" is not accepted: off, configured, running, unknown"),
                argumentSet(
                        "machine twice",
                        "x.csv",
                        "name,vbs\na,off\nA,off",
                        "x.csv:3: machine \"A\" is named twice, first in line 2"),
                argumentSet("too many cells", "x.csv", "name,vbs\na,off,b", "x.csv:2: has 3 cells, the header has 2"),
                argumentSet("open quote", "x.csv", "name,vbs\n\"a,off\n", "x.csv:"),
                argumentSet(
                        "broken JSON in a cell",
                        "x.csv",
                        "id,type,properties\n/a,microsoft.hybridcompute/machines,{\n",
                        "x.csv:2: not JSON: "));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void refusesInOneLine(String name, String content, String message) {
        assertThatThrownBy(() -> read(name, content))
                .isInstanceOf(FleetInvalid.class)
                .hasMessageStartingWith(message);
    }
}
