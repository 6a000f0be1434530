package io.hotfleet.simulator.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.simulator.client.FakePatch;
import io.hotfleet.simulator.client.Release;
import io.hotfleet.simulator.inventory.Fleet;
import io.hotfleet.simulator.inventory.Source;
import io.hotfleet.simulator.inventory.reader.FleetReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstalledBuildsTest {
    private static final List<Release> OVERLAY = List.of(
            row("windows-server-2025", "BASELINE", "KB5066835", 26100, 6899),
            row("windows-server-2025", "OUT_OF_BAND", "KB5070881", 26100, 6905),
            row("windows-server-2025", "OUT_OF_BAND", "KB5070893", 26100, 6905),
            row("windows-11-24h2", "BASELINE", "KB5066835", 26100, 6899),
            row("windows-server-2022-azure-edition", "HOTPATCH", "KB5065306", 20348, 4106));

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "serverdatacenter, 10.0.26100.6899, KB5066835",
        "serverdatacenter, 10.0.26100, unknown",
        "serverdatacenter, 10.0.26100.6905, unknown",
        "serverdatacenter, 10.0.26100.6906, unknown",
        "enterprise, 10.0.26200.6899, KB5066835",
        "serverturbine, 10.0.20348.4106, KB5065306",
        "serverstandard, 10.0.20348.4106, unknown"
    })
    void aBuildThatStandsForOneReleaseTellsTheKb(String edition, String version, String kb) {
        Fleet fleet = recognised(edition, version);

        assertThat(fleet.machines().getFirst().facts().kb()).isEqualTo(kb);
        assertThat(fleet.machines().getFirst().facts().installed()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6905 | KB5070881 or KB5070893, and no file tells which",
                "6906 | no release of the catalogue, and no file tells the KB"
            })
    void whatABuildDoesNotTellIsSaid(String revision, String told) {
        Fleet fleet = recognised("serverdatacenter", "10.0.26100." + revision);

        assertThat(fleet.conflicts())
                .containsExactly("windows-server-2025 26100." + revision + " is " + told + ": the KB is unknown: A.");
    }

    @Test
    void aFleetThatTellsNoBuildIsLeftAlone() {
        Fleet fleet = FleetReader.read(List.of(source("fleet.yaml", "fleet: f\nservers: [a]\n")));

        assertThat(new InstalledBuilds(new FakePatch()).recognised(fleet, OVERLAY))
                .isSameAs(fleet);
    }

    private static Fleet recognised(String edition, String version) {
        Source graph = source("graph.json", """
                [{"id": "/a", "name": "A", "type": "microsoft.hybridcompute/machines", "properties": {"status": "Connected",
                  "osEdition": "%s", "osVersion": "%s"}}]""".formatted(edition, version));
        return new InstalledBuilds(new FakePatch()).recognised(FleetReader.read(List.of(graph)), OVERLAY);
    }

    private static Source source(String name, String text) {
        return new Source(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Release row(String product, String kind, String kb, int build, int revision) {
        return new Release(
                product,
                YearMonth.of(2025, 10),
                LocalDate.of(2025, 10, 14),
                kind,
                kb,
                build,
                revision,
                true,
                "ALWAYS",
                "SETS",
                kb,
                "primary",
                "test",
                null);
    }
}
