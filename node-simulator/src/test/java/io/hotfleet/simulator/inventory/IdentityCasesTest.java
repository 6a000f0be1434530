package io.hotfleet.simulator.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotfleet.simulator.inventory.reader.FleetReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which machine a row means, and what two records of one host are worth.
class IdentityCasesTest {
    private static Facts only(Fleet fleet) {
        assertThat(fleet.machines()).hasSize(1);
        return fleet.machines().getFirst().facts();
    }

    private static Fleet read(String name, String content) {
        return FleetReader.read(List.of(Sources.text(name, content.replace('\'', '"'))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c06-reonboarded-twin.json", "c06-reonboarded-twin-reversed.json"})
    void theConnectedRecordOfAHostSpeaks(String name) {
        Fleet fleet = Sources.cases(name);

        assertThat(only(fleet).arc()).isEqualTo("connected");
        assertThat(only(fleet).installed().build()).isEqualTo("26100.6899");
        assertThat(fleet.conflicts())
                .anyMatch(line -> line.startsWith("LON-FS01: 2 Azure resources tell of this host, LON-FS01 (connected")
                        && line.contains("LON-FS01-old (not connected since 2025-02-01"));
    }

    @Test
    void ofTwoThatAreNotConnectedTheOneThatChangedLaterSpeaks() {
        String row = """
                {'id': '/x/Microsoft.HybridCompute/machines/%1$s', 'name': '%1$s', 'properties': {'status': '%2$s',
                 'lastStatusChange': '%3$s', 'osProfile': {'computerName': 'H'}, 'osSku': 'Windows Server 2025 Standard',
                 'osVersion': '10.0.26100.%4$s'}}""";
        String older = row.formatted("OLD", "Disconnected", "2025-03-01T00:00:00Z", "7171");
        String newer = row.formatted("NEW", "Expired", "2025-09-01T00:00:00+02:00", "6584");

        assertThat(only(read("a.json", "[" + older + "," + newer + "]"))
                        .installed()
                        .build())
                .isEqualTo("26100.6584");
        assertThat(only(FleetReader.read(List.of(
                                Sources.text("a.json", newer.replace('\'', '"')),
                                Sources.text("b.json", older.replace('\'', '"')))))
                        .installed()
                        .build())
                .isEqualTo("26100.6584");
    }

    @Test
    void twoThatCannotBeToldApartAreUnknownWhereTheyDiffer() {
        Fleet fleet = read("a.json", """
                [{'id': '/x/Microsoft.HybridCompute/machines/A', 'name': 'A', 'properties': {'status': 'Connected',
                  'vmUuid': '11111111-2222-3333-4444-555555555555', 'osProfile': {'computerName': 'H',
                  'windowsConfiguration': {'patchSettings': {'enableHotpatching': true}}}}},
                 {'id': '/x/Microsoft.HybridCompute/machines/B', 'name': 'B', 'properties': {'status': 'Connected',
                  'vmUuid': '66666666-2222-3333-4444-555555555555', 'osProfile': {'computerName': 'H',
                  'windowsConfiguration': {'patchSettings': {'enableHotpatching': false}}}}}]""");

        assertThat(only(fleet).optIn()).isNull();
        assertThat(fleet.conflicts()).anyMatch(line -> line.contains("their hardware ids differ"));
    }

    @Test
    void clonesAndPlaceholderIdsAreSaidAndStayMachines() {
        String row =
                "{'id': '/x/Microsoft.HybridCompute/machines/%1$s', 'name': '%1$s', 'properties': {'vmUuid': '%2$s'}}";
        Fleet fleet = read(
                "a.json",
                "["
                        + String.join(
                                ",",
                                row.formatted("A", "12345678-2222-3333-4444-555555555555"),
                                row.formatted("B", "12345678-2222-3333-4444-555555555555"),
                                row.formatted("C", "03000200-0400-0500-0006-000700080009"),
                                row.formatted("D", "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF"))
                        + "]");

        assertThat(fleet.machines()).hasSize(4);
        assertThat(fleet.conflicts())
                .anyMatch(line -> line.startsWith("A, B: these names tell one hardware id"))
                .anyMatch(line -> line.contains("C: SMBIOS id 03000200-") && line.contains("identifies nothing"))
                .anyMatch(line -> line.contains("D: SMBIOS id FFFFFFFF-"));
    }

    @Test
    void aNameThatNetBiosCutOffIsTheOneLongerName() {
        Fleet fleet = Sources.cases(
                "c12-long.hotfix.json", "c12-long.registry.json", "c12-long.graph.json", "c12-long.computerinfo.json");

        assertThat(fleet.machines()).extracting(Machine::name).containsExactly("PRODSQL-WEU-NODE-01");
        assertThat(only(fleet).installed().updates()).hasSize(1);
        assertThat(only(fleet).hotPatchTable()).isEqualTo("on");
    }

    @Test
    void aNameThatFitsTwoLongerOnesTellsNothingAndIsSaid() {
        Fleet fleet = read("x.json", """
                [{'ComputerName': 'PRODSQL-WEU-NOD', 'CurrentBuild': '26100', 'UBR': 6899, 'EditionID': 'ServerStandard',
                  'HotPatchTableSize': 4096},
                 {'CsDNSHostName': 'PRODSQL-WEU-NODE-01', 'BiosFirmwareType': 2, 'WindowsEditionId': 'ServerStandard'},
                 {'CsDNSHostName': 'prodsql-weu-node-02', 'BiosFirmwareType': 2, 'WindowsEditionId': 'ServerStandard'}]""");

        assertThat(fleet.machines())
                .extracting(machine -> machine.facts().hotPatchTable())
                .containsExactly(null, null);
        assertThat(fleet.conflicts())
                .anyMatch(line -> line.contains("PRODSQL-WEU-NOD is cut off after 15 characters and may be any of"));
    }

    @Test
    void aWholeNameOfFifteenCharactersIsItsOwnMachine() {
        Fleet fleet = read("x.json", """
                [{'CsDNSHostName': 'PRODSQL-WEU-NOD', 'BiosFirmwareType': 1},
                 {'ComputerName': 'PRODSQL-WEU-NOD', 'HotPatchTableSize': 4096},
                 {'CsDNSHostName': 'PRODSQL-WEU-NODE-01', 'BiosFirmwareType': 2}]""");

        assertThat(fleet.machines()).hasSize(2);
        assertThat(fleet.machines().getFirst().facts().hotPatchTable()).isEqualTo("on");
        assertThat(fleet.machines().getLast().facts().hotPatchTable()).isNull();
    }

    @Test
    void addressesAreNoNames() {
        Fleet fleet = read("x.json", """
                [{'PSComputerName': '10.1.2.3', 'ComputerName': 'A', 'HotPatchTableSize': 4096},
                 {'PSComputerName': 'fe80::1', 'VirtualizationBasedSecurityStatus': 2,
                  'CimSystemProperties': {'ServerName': 'A'}}]""");

        assertThat(only(fleet).vbs()).isEqualTo("running");
        assertThatThrownBy(() -> Sources.read("servers: [\"10.1.2.3\"]"))
                .hasMessage("fleet.yaml:1: \"10.1.2.3\" is an address, accepted is the name of the machine");
        assertThatThrownBy(() -> read("x.json", "[{'PSComputerName': '10.1.2.3', 'HotPatchTableSize': 4096}]"))
                .hasMessageContaining("tells the machine by its address 10.1.2.3 alone");
    }
}
