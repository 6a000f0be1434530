package io.hotfleet.system.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.system.stack.Rehearsal;
import io.hotfleet.system.stack.SharedStack;
import java.math.BigDecimal;
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

    @ParameterizedTest
    @MethodSource
    void restarts(String fleet, String from, String to, int hotpatch, int cumulative) {
        JsonNode report = Rehearsal.of(fleet).from(from).to(to).run();

        assertThat(Rehearsal.restarts(report, "HOTPATCH")).isEqualTo(hotpatch);
        assertThat(Rehearsal.restarts(report, "CUMULATIVE")).isEqualTo(cumulative);
    }

    static Stream<Arguments> restarts() {
        return Stream.of(
                argumentSet("Windows Server 2025 in 2025", SERVER_2025, "2025-01", "2025-12", 4, 12),
                argumentSet("Windows Server 2025 in early 2026", SERVER_2025, "2026-01", "2026-05", 2, 5),
                argumentSet(
                        "Azure Edition of 2022 in 2024, with an unplanned baseline",
                        "fleet: one\ndefaults: {product: windows-server-2022-azure-edition}\nservers: [{name: a}]\n",
                        "2024-01",
                        "2024-12",
                        5,
                        12),
                argumentSet(
                        "Windows 11, whose hotpatches began in April",
                        "fleet: one\ndefaults: {product: windows-11-24h2}\nservers: [{name: a}]\n",
                        "2025-01",
                        "2025-12",
                        6,
                        12));
    }

    @Test
    void aBreakingReleaseCostsRestartsUntilTheNextBaseline() {
        JsonNode report = Rehearsal.of(SERVER_2025 + "events: [{at: \"2025-10-24\", machine: a, install: KB5070881}]\n")
                .run();

        assertThat(Rehearsal.restarts(report, "HOTPATCH")).isEqualTo(7);
    }

    @Test
    void theNextBaselineBringsTheMachineBackOnTrack() {
        JsonNode report = Rehearsal.of(SERVER_2025 + "events: [{at: \"2025-10-24\", machine: a, install: KB5070881}]\n")
                .to("2026-02")
                .run();

        assertThat(Rehearsal.restarts(report, "HOTPATCH")).isEqualTo(8);
        assertThat(hotpatched(report, "2026-02")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource
    void aReleaseThatNamesARoleRestartsThatRoleAlone(String fleet, int restarts) {
        JsonNode report = Rehearsal.of(fleet).run();

        assertThat(Rehearsal.restarts(report, "HOTPATCH")).isEqualTo(restarts);
    }

    static Stream<Arguments> aReleaseThatNamesARoleRestartsThatRoleAlone() {
        String event = "policy: {outOfBand: none}\nevents: [{at: \"2025-10-24\", machine: a, install: KB5070893}]\n";
        String wsus = "fleet: one\nservers: [{name: a, roles: [wsus]}]\n";
        return Stream.of(
                argumentSet("by event, without the role", SERVER_2025 + event, 4),
                argumentSet("by event, with the role", wsus + event, 5),
                argumentSet("by policy, without the role", SERVER_2025, 4),
                argumentSet("by policy, with the role", wsus, 5));
    }

    @Test
    void whoMissesABaselineLeavesTheTrack() {
        JsonNode report = Rehearsal.of(SERVER_2025
                        + "events: [{from: \"2025-04-01\", to: \"2025-05-20\", machine: a, offline: true}]\n")
                .run();

        assertThat(Rehearsal.restarts(report, "HOTPATCH")).isEqualTo(5);
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
