package io.hotfleet.system.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.system.stack.Rehearsal;
import io.hotfleet.system.stack.SharedStack;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What the real releases of 2025 and 2026 mean for one machine.
@ExtendWith(SharedStack.class)
class CalendarTest {

    private static final String SERVER_2025 = "fleet: one\nservers: [{name: a}]\n";
    /// Machines that know nothing of each other: one rehearsal tells of all.
    private static final String OF_2025 = """
            fleet: year
            servers:
              - {name: plain}
              - {name: client, product: windows-11-24h2}
              - {name: breaking}
              - {name: keeping}
              - {name: keeping-wsus, roles: [wsus]}
              - {name: wsus, roles: [wsus]}
            events:
              - {at: "2025-10-24", machine: breaking, install: KB5070881}
              - {at: "2025-10-24", machine: keeping, install: KB5070893}
              - {at: "2025-10-24", machine: keeping-wsus, install: KB5070893}
            """;

    /// A release that names the role wsus restarts that role alone, and once, whether an event or the policy brings it;
    /// one that breaks the track costs restarts until the next baseline; the client's hotpatches began in April.
    private static final Map<String, Integer> MACHINES =
            Map.of("plain", 4, "client", 6, "breaking", 7, "keeping", 4, "keeping-wsus", 5, "wsus", 5);

    @Test
    void theReleasesOf2025CostTheseRestarts() {
        JsonNode report = Rehearsal.of(OF_2025).detailed().run();

        assertThat(MACHINES)
                .allSatisfy((machine, restarts) -> assertThat(Rehearsal.restarts(report, machine, "HOTPATCH"))
                        .as(machine)
                        .isEqualTo(restarts));
        assertThat(Rehearsal.restarts(report, "plain", "CUMULATIVE")).isEqualTo(12);
        assertThat(Rehearsal.restarts(report, "client", "CUMULATIVE")).isEqualTo(12);
    }

    @Test
    void withoutOutOfBandReleasesOnlyEventsBringThem() {
        JsonNode report =
                Rehearsal.of(OF_2025 + "policy: {outOfBand: none}\n").detailed().run();

        assertThat(Rehearsal.restarts(report, "keeping", "HOTPATCH")).isEqualTo(4);
        assertThat(Rehearsal.restarts(report, "keeping-wsus", "HOTPATCH")).isEqualTo(5);
        assertThat(Rehearsal.restarts(report, "wsus", "HOTPATCH")).isEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource
    void restarts(String fleet, String from, String to, int hotpatch, int cumulative) {
        JsonNode report = Rehearsal.of(fleet).from(from).to(to).run();

        assertThat(Rehearsal.restarts(report, "HOTPATCH")).isEqualTo(hotpatch);
        assertThat(Rehearsal.restarts(report, "CUMULATIVE")).isEqualTo(cumulative);
    }

    static Stream<Arguments> restarts() {
        return Stream.of(
                argumentSet("Windows Server 2025 in early 2026", SERVER_2025, "2026-01", "2026-05", 2, 5),
                argumentSet(
                        "Azure Edition of 2022 in 2024, with an unplanned baseline",
                        "fleet: one\ndefaults: {product: windows-server-2022-azure-edition}\nservers: [{name: a}]\n",
                        "2024-01",
                        "2024-12",
                        5,
                        12));
    }

    @Test
    void theNextBaselineBringsTheMachineBackOnTrack() {
        JsonNode report = Rehearsal.of(SERVER_2025 + "events: [{at: \"2025-10-24\", machine: a, install: KB5070881}]\n")
                .to("2026-02")
                .run();

        assertThat(Rehearsal.restarts(report, "HOTPATCH")).isEqualTo(8);
        assertThat(hotpatched(report, "2026-02")).isEqualTo(1);
    }

    @Test
    void whoMissesABaselineLeavesTheTrack() {
        JsonNode report = Rehearsal.of(SERVER_2025
                        + "events: [{from: \"2025-04-01\", to: \"2025-05-20\", machine: a, offline: true}]\n")
                .run();

        assertThat(Rehearsal.restarts(report, "HOTPATCH")).isEqualTo(5);
        assertThat(report.at("/strategies/HOTPATCH/months").valueStream())
                .filteredOn(month -> month.path("restarted").asInt() > 0)
                .extracting(month -> month.path("month").asText())
                .containsExactly("2025-01", "2025-05", "2025-06", "2025-07", "2025-10");
    }

    @ParameterizedTest
    @MethodSource
    void sixteenCoresCost(String plan, String total) {
        JsonNode report =
                Rehearsal.of(SERVER_2025 + "defaults: {cores: 16}\n").plan(plan).run();

        assertThat(report.at("/strategies/HOTPATCH/cost/total").decimalValue()).isEqualTo(new BigDecimal(total));
    }

    static Stream<Arguments> sixteenCoresCost() {
        return Stream.of(
                argumentSet("by core, from July on", "dated", "144.00"),
                argumentSet("by server", "it-administrator-2025-03", "60.00"));
    }

    @Test
    void aRingOpensWhenTheOneBeforeItHasSoaked() {
        JsonNode report = Rehearsal.of("""
                        fleet: rings
                        servers: [{name: "s-[01-20]"}]
                        policy: {rings: [{name: canary, share: 10%, soak: 24h}, {name: broad, share: 100%}]}
                        """).to("2025-02").run();

        assertThat(report.at("/strategies/HOTPATCH/months")).hasSize(2).allSatisfy(month -> {
            assertThat(month.path("hoursTo95Percent").asDouble()).isBetween(24.0, 27.0);
            assertThat(month.path("pending").asInt()).isZero();
        });
    }

    private static int hotpatched(JsonNode report, String month) {
        return report.at("/strategies/HOTPATCH/months")
                .valueStream()
                .filter(row -> row.path("month").asText().equals(month))
                .mapToInt(row -> row.path("hotpatched").asInt())
                .sum();
    }
}
