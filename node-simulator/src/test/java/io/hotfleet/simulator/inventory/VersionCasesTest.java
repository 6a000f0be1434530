package io.hotfleet.simulator.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotfleet.simulator.inventory.reader.FleetReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a machine is: builds, architectures, servers and clients.
class VersionCasesTest {
    private static Facts only(Fleet fleet) {
        assertThat(fleet.machines()).hasSize(1);
        return fleet.machines().getFirst().facts();
    }

    private static Fleet read(String name, String content) {
        return FleetReader.read(List.of(Sources.text(name, content.replace('\'', '"'))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c13-26h1.graph.json", "c13-26h1.registry.json", "c13-26h1.computerinfo.json"})
    void aBuildThatDoesNotHotpatchIsLeftOutByName(String name) {
        Fleet fleet = Sources.cases(name);

        assertThat(fleet.machines())
                .extracting(machine -> machine.facts().product())
                .hasSizeBetween(1, 2)
                .containsOnly("windows-11-24h2");
        assertThat(fleet.machines()).extracting(Machine::name).doesNotContain("PIX-LT01");
        assertThat(fleet.conflicts())
                .anyMatch(line -> line.startsWith(
                        "left out, Windows 11 26H1 build 28000 is no product that hotpatches: PIX-LT01"));
    }

    @Test
    void soItIsInTablesAndFleetFiles() {
        Fleet table = read("x.csv", "name;product;build\na;windows-11-24h2;28000.1575\nb;windows-11-24h2;26300.8142\n");
        assertThat(table.machines()).extracting(Machine::name).containsExactly("b");
        assertThat(table.conflicts())
                .contains(
                        "left out, Windows 11 26H1 (build 28000.1575) is none of windows-11-24h2, as a file has it: a");

        assertThatThrownBy(() -> Sources.read(
                        "defaults: {product: windows-11-24h2}\nservers: [{name: a, build: \"28000.1575\"}]"))
                .hasMessageContaining("names 0 machines")
                .hasMessageContaining("Windows 11 26H1 (build 28000.1575)");
    }

    @Test
    void theSmallestBuildOfClientsHangsOnTheArchitecture() {
        String row =
                "{'CsDNSHostName': '%s', 'WindowsEditionId': 'Enterprise', 'OsVersion': '10.0.26100.%s', 'OsArchitecture': '%s',"
                        + " 'BiosFirmwareType': 2}";
        Fleet fleet = read(
                "x.json",
                "["
                        + String.join(
                                ",",
                                row.formatted("old", "2032", "64-bit"),
                                row.formatted("x64", "2033", "64-bit"),
                                row.formatted("arm", "4928", "ARM 64-bit Processor"),
                                row.formatted("either", "4928", ""),
                                row.formatted("later", "4929", ""))
                        + "]");

        assertThat(fleet.machines())
                .extracting(machine -> machine.name() + " " + machine.facts().osBuild())
                .containsExactly("old preview", "x64 released", "arm preview", "either null", "later released");
    }

    @Test
    void multiSessionIsAClient() {
        Facts facts = only(Sources.cases("c14-avd.registry.json"));

        assertThat(facts.product()).isEqualTo("windows-11-24h2");
        assertThat(facts.edition()).isEqualTo("enterprise");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'CsName': 'A', 'OsName': 'Microsoft Windows 11 Enterprise multi-session', 'OsBuildNumber': '26200',"
                        + " 'OsOperatingSystemSKU': 175, 'BiosFirmwareType': 2}",
                "{'ComputerName': 'A', 'EditionID': 'ServerRdsh', 'CurrentBuild': '26200'}",
                "{'ComputerName': 'A', 'InstallationType': 'Client', 'CurrentBuild': '26200'}"
            })
    void soItIsByOtherFields(String json) {
        assertThat(only(read("x.json", json)).product()).isEqualTo("windows-11-24h2");
    }

    @Test
    void aClientByOneFieldAndAServerByAnotherIsLeftOutInWords() {
        assertThatThrownBy(() -> read(
                        "x.json",
                        "{'ComputerName': 'A', 'EditionID': 'ServerDatacenter', 'InstallationType': 'Client', 'CurrentBuild':"
                                + " '26100'}"))
                .hasMessageContaining("it is a client by one field and a server by another"
                        + " (InstallationType Client, EditionID ServerDatacenter): A");
    }
}
