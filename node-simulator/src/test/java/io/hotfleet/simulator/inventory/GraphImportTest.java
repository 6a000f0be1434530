package io.hotfleet.simulator.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.hotfleet.simulator.inventory.reader.FleetReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What Azure Resource Graph tells of machines, in each of its envelopes.
class GraphImportTest {
    private static Fleet read(String name, String content) {
        return FleetReader.read(List.of(Sources.text(name, content)));
    }

    @Test
    void handsOnWhatWasMeasuredForTheCatalogueToDecide() {
        Source graph = Sources.text("graph.json", """
                [{"id": "/a", "name": "A", "type": "microsoft.hybridcompute/machines", "properties": {"status": "Connected",
                  "osSku": "Windows Server 2025 Datacenter", "osEdition": "serverdatacenter",
                  "osVersion": "10.0.26100.6899"}}]""");
        Source hotFix = Sources.text("hotfix.json", """
                {"CSName": "A", "HotFixID": "KB5066835", "Description": "Security Update", "InstalledOn": "10/14/2025"}""");

        Facts alone = FleetReader.read(List.of(graph)).machines().getFirst().facts();
        Facts both =
                FleetReader.read(List.of(graph, hotFix)).machines().getFirst().facts();

        assertThat(alone.installed()).isEqualTo(new Installed(List.of(), "26100.6899"));
        assertThat(both.installed().build()).isEqualTo("26100.6899");
        assertThat(both.installed().updates()).extracting(Installed.Update::kb).containsExactly("KB5066835");
        assertThat(both.kb()).isNull();
    }

    static Stream<Arguments> graphRows() {
        return Stream.of(
                argumentSet(
                        "enabled",
                        "'properties': {'status': 'Connected', 'licenseProfile': {'productProfile':"
                                + " {'productFeatures': [{'name': 'Hotpatch', 'subscriptionStatus': 'Enabled'}]}}}",
                        "connected enabled null"),
                argumentSet(
                        "failed",
                        "'properties': {'status': 'Error', 'licenseProfile': {'productProfile':"
                                + " {'productFeatures': [{'name': 'Hotpatch', 'subscriptionStatus': 'Failed'}]}}}",
                        "disconnected null null"),
                argumentSet(
                        "never enrolled",
                        "'properties': {'status': 'AwaitingConnection', 'licenseProfile': {'licenseStatus': 'Licensed'}}",
                        "disconnected disabled null"),
                argumentSet(
                        "no profile is no answer",
                        "'properties': {'status': 'AwaitingConnection'}",
                        "disconnected null null"),
                argumentSet("projected", "'properties_status': 'Connected'", "connected null null"),
                argumentSet(
                        "properties as text", "'properties': '{\\'STATUS\\': \\'Connected\\'}'", "connected null null"),
                argumentSet(
                        "wish",
                        "'properties': {'osProfile': {'windowsConfiguration': {'patchSettings': {'enableHotpatching':"
                                + " true}}}}",
                        "null null true"),
                argumentSet(
                        "answer before wish",
                        "'properties': {'osProfile': {'windowsConfiguration': {'patchSettings': {'enableHotpatching':"
                                + " true, 'status': {'hotpatchEnablementStatus': 'Disabled'}}}}}",
                        "null null false"));
    }

    @ParameterizedTest
    @MethodSource("graphRows")
    void readsArcLicenceAndOptInOfResourceGraph(String fields, String expected) {
        String row = "[{'id': '/x/Microsoft.HybridCompute/machines/A', 'name': 'A',"
                + " 'type': 'microsoft.hybridcompute/machines', " + fields + "}]";

        Facts facts = read("g.json", row.replace("\\'", "\\\"").replace('\'', '"'))
                .machines()
                .getFirst()
                .facts();

        assertThat(facts.arc() + " " + facts.licence() + " " + facts.optIn()).isEqualTo(expected);
    }

    @Test
    void joinsALicenceOfItsOwnWithItsMachine() {
        String json = """
                [{"id": "/S/Microsoft.HybridCompute/machines/A", "name": "A", "type": "microsoft.hybridcompute/machines",
                  "properties": {"status": "Connected", "osProfile": {"computerName": "SRV-1"}}},
                 {"id": "/s/microsoft.hybridcompute/machines/a/licenseProfiles/default",
                  "type": "microsoft.hybridcompute/machines/licenseprofiles",
                  "properties": {"productProfile": {"productFeatures":
                    [{"name": "Hotpatch", "subscriptionStatus": "Enabled"}]}}}]""";

        Fleet fleet = read("graph.json", json);

        assertThat(fleet.machines())
                .extracting(machine -> machine.name() + " " + machine.facts().arc() + " "
                        + machine.facts().licence())
                .containsExactly("SRV-1 connected enabled");
    }

    @Test
    void readsTheEnvelopeOfSearchAzGraph() {
        String json = """
                {"SkipToken": null, "SubscriptionScopes": null, "Data": [
                  {"id": "/Microsoft.HybridCompute/machines/A", "name": "A", "properties": {"status": "Connected"}}],
                 "SkipRecords": 0, "TotalRecords": 1}""";

        Fleet whole = read("graph.json", json);
        Fleet part = read("graph.json", json.replace("\"SkipToken\": null", "\"SkipToken\": \"x\""));

        assertThat(whole.machines()).extracting(Machine::name).containsExactly("A");
        assertThat(whole.conflicts()).noneMatch(line -> line.contains("incomplete"));
        assertThat(part.conflicts()).anyMatch(line -> line.contains("incomplete"));
    }

    @Test
    void saysThatAnAnswerOfResourceGraphIsIncomplete() {
        String json = """
                {"count": 1, "data": [{"id": "/Microsoft.HybridCompute/machines/A", "name": "A"}],
                 "skip_token": "x", "total_records": 250}
                """;

        assertThat(read("g.json", json).conflicts())
                .contains("g.json: incomplete, 1 rows of 250: query again with --first 1000 and --skip-token");
    }
}
