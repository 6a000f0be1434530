package io.hotfleet.patch.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.patch.testing.RehearsalDriver;
import io.hotfleet.patch.testing.TestFleet;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// One machine through a period of real releases: how often does it restart?
@QuarkusTest
class RestartsTest {
    private static final String AZURE_EDITION = "windows-server-2022-azure-edition";
    private static final String CLIENT = "windows-11-24h2";

    static Stream<Arguments> strategies() {
        return Stream.of(
                argumentSet("on track in 2025", fleet("HOTPATCH", 2025).machine("a"), 4),
                argumentSet(
                        "blocked in 2025",
                        fleet("HOTPATCH", 2025).machine("a", TestFleet.SERVER, "VBS_NOT_RUNNING"),
                        12),
                argumentSet(
                        "fixed in 2025",
                        fleet("HOTPATCH_AFTER_FIXES", 2025).machine("a", TestFleet.SERVER, "VBS_NOT_RUNNING"),
                        5),
                argumentSet("cumulative in 2025", fleet("CUMULATIVE", 2025).machine("a"), 12),
                argumentSet("early 2026", new TestFleet("HOTPATCH", "2026-01", "2026-05").machine("a"), 2),
                argumentSet(
                        "cumulative early 2026", new TestFleet("CUMULATIVE", "2026-01", "2026-05").machine("a"), 5));
    }

    static Stream<Arguments> products() {
        return Stream.of(
                argumentSet("Azure Edition in 2024", fleet("HOTPATCH", 2024).machine("a", AZURE_EDITION), 5),
                argumentSet(
                        "Azure Edition in 2024, cumulative",
                        fleet("CUMULATIVE", 2024).machine("a", AZURE_EDITION),
                        12),
                argumentSet(
                        "other edition in 2024",
                        fleet("HOTPATCH", 2024).machine("a", "windows-server-2022", "EDITION"),
                        12),
                argumentSet("client in 2025", fleet("HOTPATCH", 2025).machine("a", CLIENT), 6),
                argumentSet(
                        "client in 2025, cumulative", fleet("CUMULATIVE", 2025).machine("a", CLIENT), 12));
    }

    static Stream<Arguments> events() {
        return Stream.of(
                argumentSet(
                        "installed the update that breaks the track",
                        fleet("HOTPATCH", 2025).machine("a").installs("2025-10-24T00:00:00Z", "a", "KB5070881"),
                        7),
                argumentSet(
                        "installed the update that keeps it",
                        fleet("HOTPATCH", 2025).machine("a").installs("2025-10-24T17:00:00Z", "a", "KB5070893"),
                        4),
                argumentSet(
                        "installed the update that keeps it, serving updates",
                        fleet("HOTPATCH", 2025)
                                .withRole("a", "wsus")
                                .installs("2025-10-24T17:00:00Z", "a", "KB5070893"),
                        5));
    }

    static Stream<Arguments> policies() {
        return Stream.of(
                argumentSet(
                        "serving updates, by policy", fleet("HOTPATCH", 2025).withRole("a", "wsus"), 5),
                argumentSet(
                        "serving updates, no out-of-band releases",
                        fleet("HOTPATCH", 2025)
                                .policy("{\"outOfBand\": \"none\"}")
                                .withRole("a", "wsus"),
                        4),
                argumentSet(
                        "offline in April",
                        fleet("HOTPATCH", 2025)
                                .machine("a")
                                .offline("2025-04-01T00:00:00Z", "2025-05-20T00:00:00Z", "a"),
                        5),
                argumentSet("an unplanned baseline", overlaid("HOTPATCH"), 3),
                argumentSet("an unplanned baseline, cumulative", overlaid("CUMULATIVE"), 5),
                argumentSet(
                        "held where it cannot hotpatch",
                        fleet("HOTPATCH", 2025)
                                .policy("{\"ifRestartNeeded\": \"hold\"}")
                                .machine("a", TestFleet.SERVER, "ARC"),
                        4));
    }

    @ParameterizedTest
    @MethodSource({"strategies", "products", "events", "policies"})
    void aMachineRestartsAsOftenAsItsReleasesSay(TestFleet fleet, int restarts) {
        JsonNode summary = new RehearsalDriver(fleet).summary();

        assertThat(summary.get("restarts").asInt()).as(summary.toPrettyString()).isEqualTo(restarts);
    }

    @Test
    void aBrokenTrackIsMendedByTheNextBaseline() {
        TestFleet fleet = new TestFleet("HOTPATCH", "2025-10", "2026-02")
                .machine("a")
                .installs("2025-10-24T00:00:00Z", "a", "KB5070881");

        JsonNode months = new RehearsalDriver(fleet).summary().get("months");

        assertThat(months.findValuesAsText("kind"))
                .containsExactly("BASELINE", "OUT_OF_BAND", "HOTPATCH", "HOTPATCH", "BASELINE", "HOTPATCH");
        assertThat(months.findValuesAsText("offTrack")).containsExactly("1", "1", "1", "1", "0", "0");
        assertThat(months.findValuesAsText("hotpatched")).containsExactly("0", "0", "0", "0", "0", "1");
    }

    private static TestFleet fleet(String strategy, int year) {
        return new TestFleet(strategy, year + "-01", year + "-12");
    }

    private static TestFleet overlaid(String strategy) {
        return new TestFleet(strategy, "2026-01", "2026-05").machine("a").overlay("""
                {"product": "windows-server-2025", "month": "2026-05", "releaseDate": "2026-05-12", "kind": "BASELINE",
                 "kb": "KB9000001", "build": 26100, "revision": 32900, "planned": false, "restart": "ALWAYS",
                 "track": "SETS", "baseline": "KB9000001", "confidence": "assumed", "source": "what-if", "note": null}""");
    }
}
