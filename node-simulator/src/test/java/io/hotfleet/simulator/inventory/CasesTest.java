package io.hotfleet.simulator.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotfleet.simulator.inventory.reader.FleetReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Inputs in the form in which administrators have them, and beside each a second one of its class.
class CasesTest {
    private static Facts only(Fleet fleet) {
        assertThat(fleet.machines()).hasSize(1);
        return fleet.machines().getFirst().facts();
    }

    private static Fleet read(String name, String content) {
        return FleetReader.read(List.of(Sources.text(name, content.replace('\'', '"'))));
    }

    @Test
    void extensionsAreNoMachines() {
        Fleet fleet = Sources.cases("c01-graph-with-extensions.json");

        assertThat(fleet.machines()).extracting(Machine::name).containsExactly("FRA-APP01", "FRA-APP02");
        assertThat(fleet.conflicts())
                .containsExactly("c01-graph-with-extensions.json: 8 rows read: 2 machines, 6 passed over"
                        + " (6 microsoft.hybridcompute/machines/extensions)");
    }

    @Test
    void whatLiesBesideAMachineIsNone() {
        String arc = "/subscriptions/s/resourceGroups/g/providers/Microsoft.HybridCompute/machines/A";
        Fleet fleet = read("g.json", """
                [{'id': '%1$s/providers/Microsoft.ConnectedVMwarevSphere/VirtualMachineInstances/default', 'name': 'default',
                  'properties': {'osProfile': {'computerName': 'X'}}},
                 {'id': '%1$s/patchAssessmentResults/latest', 'name': 'latest',
                  'type': 'microsoft.hybridcompute/machines/patchassessmentresults', 'properties': {'status': 'Succeeded'}},
                 {'id': '%1$s', 'name': 'A', 'properties': {'status': 'Connected'}},
                 {'id': '/subscriptions/s/resourceGroups/g/providers/Microsoft.Sql/servers/q', 'name': 'q',
                  'type': 'microsoft.sql/servers'}]""".formatted(arc));

        assertThat(fleet.machines()).extracting(Machine::name).containsExactly("A");
        assertThat(fleet.inputs().getFirst())
                .contains("4 rows read: 1 machine, 3 passed over")
                .contains("1 microsoft.connectedvmwarevsphere/virtualmachineinstances")
                .contains("1 microsoft.hybridcompute/machines/patchassessmentresults")
                .contains("1 microsoft.sql/servers");
    }

    @Test
    void aNodeThatIsDownIsSaid() {
        Fleet fleet = Sources.cases("c08-two.fleet.yaml", "c08-two.clusternode.json", "c08-two.clusterquorum.json");

        Cluster cluster = fleet.clusters().getFirst();
        assertThat(cluster.witness()).isEqualTo("file-share");
        assertThat(cluster.states())
                .containsExactly(
                        new Cluster.NodeState("DWN-N1", "up", true, true),
                        new Cluster.NodeState("DWN-N2", "down", true, false));
        assertThat(fleet.conflicts())
                .anyMatch(line -> line.startsWith("DWN-CL: node DWN-N2 is down and has no vote at present"));
    }

    @Test
    void soAreNumbersOfStatesAndAWitnessInGerman() {
        Fleet fleet = read("c.json", """
                [{'Cluster': 'C', 'QuorumResource': 'Dateifreigabezeuge', 'QuorumType': 'NodeAndFileShareMajority'},
                 {'Name': 'N1', 'State': 0, 'NodeWeight': 1, 'Cluster': 'C'},
                 {'Name': 'N2', 'State': 2, 'NodeWeight': 0, 'DynamicWeight': 0, 'Cluster': 'C'}]""");

        assertThat(fleet.clusters().getFirst().witness()).isEqualTo("file-share");
        assertThat(fleet.clusters().getFirst().states().getLast())
                .isEqualTo(new Cluster.NodeState("N2", "paused", false, false));
        assertThat(fleet.conflicts()).anyMatch(line -> line.startsWith("C: node N2 is paused"));
    }

    @Test
    void oneFileThatCannotBeReadDoesNotStopTheOthers() {
        List<Source> sources = List.of(Sources.text("bad.json", "{\"a\""), Sources.aCase("c27-projected.json"));

        Fleet fleet = FleetReader.read(sources);

        assertThat(fleet.machines()).hasSize(1);
        assertThat(fleet.conflicts()).anyMatch(line -> line.startsWith("bad.json:1: not JSON"));
        assertThat(fleet.inputs()).hasSize(2);
        assertThatThrownBy(() -> FleetReader.read(sources, true)).hasMessageStartingWith("bad.json:1: not JSON");
    }

    @Test
    void aRowThatCannotBeReadDoesNotStopItsFile() {
        Source source = Sources.text(
                "x.json",
                "[{\"CSName\": \"a b\", \"HotFixID\": \"KB5066835\"}, {\"wrong\": 1}, {\"ComputerName\": \"A\", \"UBR\": 1}]");

        Fleet fleet = FleetReader.read(List.of(source));

        assertThat(fleet.machines()).hasSize(1);
        assertThat(fleet.conflicts()).anyMatch(line -> line.contains("2 refused (x.json:1: [0] names the machine"));
        assertThatThrownBy(() -> FleetReader.read(List.of(source), true)).hasMessageContaining("names the machine");
    }

    @Test
    void noMachinesCarriesTheReasons() {
        assertThatThrownBy(() -> read("g.json", """
                        [{'id': '/x/Microsoft.HybridCompute/machines/A/extensions/E', 'type':
                          'microsoft.hybridcompute/machines/extensions'},
                         {'id': '/x/Microsoft.HybridCompute/machines/L', 'name': 'L', 'properties': {'osType': 'linux'}}]"""))
                .hasMessageContaining("names 0 machines")
                .hasMessageContaining("not Windows: L")
                .hasMessageContaining("1 microsoft.hybridcompute/machines/extensions");
    }
}
