package io.hotfleet.simulator.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hotfleet.simulator.client.FakePatch;
import io.hotfleet.simulator.client.Release;
import io.hotfleet.simulator.inventory.Fleet;
import io.hotfleet.simulator.inventory.Machine;
import io.hotfleet.simulator.inventory.Source;
import io.hotfleet.simulator.inventory.Sources;
import io.hotfleet.simulator.inventory.reader.FleetReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which release decides, by what was measured and by the releases as Microsoft published them.
class InstalledReleaseTest {
    private static final List<Release> RELEASES = PublishedReleases.all();

    private static Fleet recognised(Fleet fleet) {
        return new InstalledBuilds(new FakePatch()).recognised(fleet, RELEASES);
    }

    private static String kb(Fleet fleet) {
        return recognised(fleet).machines().getFirst().facts().kb();
    }

    /// @param installed such as `KB5066835 KB5070881?`, the question mark for a row without a date
    private static Fleet server(String build, String installed) {
        StringBuilder rows = new StringBuilder("[{\"ComputerName\": \"A\", \"CurrentBuild\": \"26100\", \"EditionID\":"
                + " \"ServerStandard\"" + (build == null ? "" : ", \"UBR\": " + build) + "}");
        for (String kb : installed == null ? new String[0] : installed.split(" ")) {
            String date = kb.endsWith("?") ? "null" : "\"2025-11-01\"";
            rows.append(", {\"CSName\": \"A\", \"HotFixID\": \"%s\", \"InstalledOn\": %s}"
                    .formatted(kb.replace("?", ""), date));
        }
        return FleetReader.read(List.of(Sources.text("x.json", rows + "]")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c10-offtrack-plain.hotfix.json", "c10-offtrack-dotnet.hotfix.json"})
    void anUpdateOfDotNetDecidesNothing(String list) {
        assertThat(kb(Sources.cases("c10-offtrack.fleet.yaml", list))).isEqualTo("KB5070881");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c11b-hotfix-uk.csv", "c11c-hotfix-us.csv"})
    void theFormOfDatesDecidesNothing(String list) {
        Fleet fleet = recognised(Sources.cases("c11-uk.fleet.yaml", list));

        assertThat(fleet.machines().getFirst().facts().kb()).isEqualTo("KB5070893");
        assertThat(fleet.conflicts()).anyMatch(line -> line.contains("has the day first or the month"));
    }

    @Test
    void aDayAboveTwelveSettlesTheFormOfTheWholeFile() {
        Fleet fleet = FleetReader.read(List.of(Sources.text("h.csv", """
                CSName,HotFixID,InstalledOn
                A,KB5070893,05-11-2025
                B,KB5066835,14-10-2025
                """)));

        assertThat(fleet.machines()
                        .getFirst()
                        .facts()
                        .installed()
                        .updates()
                        .getFirst()
                        .on())
                .isEqualTo("2025-11-05");
        assertThat(fleet.conflicts()).noneMatch(line -> line.contains("day first"));
    }

    @Test
    void aDateInWordsIsNoDateAndIsSaid() {
        Fleet fleet = recognised(FleetReader.read(List.of(Sources.text("h.json", """
                [{"CSName": "A", "HotFixID": "KB5066835", "InstalledOn": "mardi 14 octobre 2025"}]"""))));

        assertThat(fleet.machines().getFirst().facts().kb()).isEqualTo("KB5066835");
        assertThat(fleet.conflicts()).anyMatch(line -> line.contains("mardi 14 octobre 2025"));
    }

    @Test
    void aBuildThatTwoReleasesShareTellsNone() {
        Fleet fleet = recognised(Sources.cases("c35-6905.fleet.yaml", "c35-6905.graph.json"));

        assertThat(fleet.machines())
                .extracting(machine -> machine.name() + " " + machine.facts().kb())
                .containsExactly("tro-wsus1 null", "tro-app1 unknown", "tro-app2 KB5068966");
        assertThat(fleet.conflicts())
                .anyMatch(line -> line.startsWith("windows-server-2025 26100.6905 is KB5070881 or KB5070893"));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        // a build that is shared, beside a list
        "6905, KB5066835, unknown",
        "6905, KB5066835 KB5070893, KB5070893",
        "6905, KB5070881, KB5070881",
        // the order of installation does not heal a broken track, the next baseline does
        ", KB5070881 KB5070893 KB5066835, KB5070881",
        ", KB5070893 KB5068861 KB5066835, KB5068861",
        ", KB5070881 KB5073379, KB5073379",
        // the build tells of a hotpatch that the list leaves out, and lags behind the list without harm
        "7092, KB5066835, KB5068966",
        "6584, KB5066835, KB5066835",
        "7171, KB5066835, KB5068861",
        // a build of no release
        "7019, KB5066835, unknown",
        "7019, , unknown",
        ", , unknown",
        // an unknown KB changes nothing, alone it tells nothing
        ", KB5066835 KB9999999, KB5066835",
        ", KB9999999, unknown",
        // rows without a date decide nothing; where they would change the answer, nobody knows
        ", KB5066835 KB5070893?, KB5066835",
        ", KB5066835 KB5070881?, unknown",
        ", KB5066835 KB5073379?, unknown",
        ", KB5066835?, unknown",
        ", KB5066835 KB9999999?, KB5066835"
    })
    void theUpdatesAndTheBuildTogetherDecide(String build, String installed, String kb) {
        assertThat(kb(server(build, installed))).isEqualTo(kb);
    }

    @Test
    void aTrackBreakerThatDecidesAgainstANewerReleaseIsSaid() {
        assertThat(recognised(server(null, "KB5066835 KB5070881 KB5068966")).conflicts())
                .contains("windows-server-2025 KB5070881 was installed since the last baseline and decides, though"
                        + " KB5068966 is newer: A.");
    }

    @Test
    void theExamplesTellTheKbsOfTheirFleetFile() throws IOException {
        List<Source> files;
        try (Stream<Path> all = Files.list(Path.of("..", "examples", "inventory"))) {
            files = all.sorted().map(Source::of).toList();
        }
        Fleet written = FleetReader.read(List.of(Source.of(Path.of("..", "examples", "inventory.yaml"))));

        Fleet measured = recognised(FleetReader.read(files));

        assertThat(measured.machines())
                .extracting(Machine::name, machine -> machine.facts().kb())
                .containsExactlyElementsOf(written.machines().stream()
                        .map(machine -> tuple(machine.name(), machine.facts().kb()))
                        .toList());
    }

    @Test
    void anUpdateOfAnUpdateManagersRunIsInstalled() {
        String arc = "/s/providers/Microsoft.HybridCompute/machines/A";
        Fleet fleet = FleetReader.read(List.of(Sources.text("g.json", """
                [{"id": "%1$s/patchInstallationResults/r/softwarePatches/1",
                  "type": "microsoft.hybridcompute/machines/patchinstallationresults/softwarepatches",
                  "properties": {"kbId": "5070881", "installationState": "Installed", "lastModifiedDateTime":
                    "2025-10-25T10:00:00Z"}},
                 {"id": "%1$s/patchInstallationResults/r/softwarePatches/2",
                  "type": "microsoft.hybridcompute/machines/patchinstallationresults/softwarepatches",
                  "properties": {"kbId": "5073379", "installationState": "Pending"}},
                 {"id": "%1$s", "name": "A", "type": "microsoft.hybridcompute/machines", "properties":
                  {"osSku": "Windows Server 2025 Standard", "osVersion": "10.0.26100.6899"}}]""".formatted(arc))));

        assertThat(kb(fleet)).isEqualTo("KB5070881");
        assertThat(fleet.inputs().getFirst()).contains("1 machine, 1 joined to their machine, 1 passed over");
    }
}
