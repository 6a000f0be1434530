package io.hotfleet.simulator.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotfleet.node.workflow.Phase;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.simulator.assessment.Assessor;
import io.hotfleet.simulator.assessment.TestAssessor;
import io.hotfleet.simulator.client.FakeLicensing;
import io.hotfleet.simulator.client.FakePackages;
import io.hotfleet.simulator.client.FakePatch;
import io.hotfleet.simulator.client.NodeReport;
import io.hotfleet.simulator.client.NodeReport.Outcome;
import io.hotfleet.simulator.inventory.FactChanges;
import io.hotfleet.simulator.inventory.Fleet;
import io.hotfleet.simulator.inventory.MachineEvent;
import io.hotfleet.simulator.packages.TestVerifier;
import io.hotfleet.simulator.packages.VerifiedPackages;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StrategyRunTest {
    private static final Period PERIOD = new Period(YearMonth.of(2025, 1), YearMonth.of(2025, 3));

    private final FakeLicensing licensing = new FakeLicensing();
    private final FakePatch patch = new FakePatch();
    private final FakePackages packages = new FakePackages();
    private final Assessor assessor = TestAssessor.of(licensing, patch);

    @Test
    void everyMachineEndsEveryCommand() {
        play(Strategy.HOTPATCH, Fleets.of(5));

        assertThat(reports(Strategy.HOTPATCH))
                .hasSize(15)
                .extracting(NodeReport::outcome)
                .containsOnly(Outcome.RESTARTED, Outcome.INSTALLED);
        assertThat(reports(Strategy.HOTPATCH))
                .filteredOn(report -> report.machine().equals("m3"))
                .extracting(NodeReport::seq)
                .containsExactly(1, 2, 3);
    }

    @Test
    void everyPackageIsFetchedOnceForAllMachines() {
        play(Strategy.HOTPATCH, Fleets.of(5));

        assertThat(packages.fetched).hasValue(2);
    }

    @Test
    void noMachineInstallsAPackageThatIsRefused() {
        packages.tampered = true;

        play(Strategy.HOTPATCH, Fleets.of(3));

        assertThat(reports(Strategy.HOTPATCH))
                .filteredOn(report -> !report.kb().equals("KB1"))
                .isNotEmpty()
                .allMatch(report -> report.outcome() == Outcome.FAILED && report.hooks() == 0)
                .extracting(NodeReport::flaw)
                .containsOnly("digest-differs");
    }

    @Test
    void onlyHotpatchesLeaveHooks() {
        play(Strategy.HOTPATCH, Fleets.of(1));

        assertThat(reports(Strategy.HOTPATCH).get(0).hooks()).isZero();
        assertThat(reports(Strategy.HOTPATCH).get(1).hooks()).isPositive();
        assertThat(reports(Strategy.HOTPATCH).get(1).patchKiB()).isPositive();
        assertThat(reports(Strategy.HOTPATCH).get(2).hooks())
                .isGreaterThan(reports(Strategy.HOTPATCH).get(1).hooks());
    }

    @Test
    void detailReportsEveryStateAndChangesNothingElse() {
        RunResult plain = play(Strategy.HOTPATCH, Fleets.of(3));
        List<NodeReport> ends = List.copyOf(reports(Strategy.HOTPATCH));

        RunResult detailed = play(Strategy.HOTPATCH, Fleets.of(3), true);

        assertThat(detailed.digest()).isEqualTo(plain.digest());
        assertThat(detailed.summary()).isEqualTo(plain.summary());
        assertThat(reports(Strategy.HOTPATCH))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("seq")
                .isEqualTo(ends);
        assertThat(patch.fleet("r1-HOTPATCH").progress)
                .filteredOn(report -> report.machine().equals("m2") && "KB2".equals(report.kb()))
                .extracting(NodeReport::state)
                .containsExactly(
                        Phase.OFFERED,
                        Phase.DOWNLOADING,
                        Phase.ANALYSING,
                        Phase.VALIDATING,
                        Phase.LOADING,
                        Phase.HOOKING,
                        Phase.VERIFYING,
                        Phase.RETIRING);
    }

    @Test
    void drawsAreTheSameInEveryStrategyAndUnderEveryId() {
        play(Strategy.HOTPATCH, Fleets.of(3));
        play(Strategy.CUMULATIVE, Fleets.of(3));

        assertThat(reports(Strategy.CUMULATIVE))
                .filteredOn(report -> "KB1".equals(report.kb()))
                .containsExactlyElementsOf(reports(Strategy.HOTPATCH).stream()
                        .filter(report -> "KB1".equals(report.kb()))
                        .toList());
    }

    @Test
    void entersTheFleetBeforeThePeriodAndHandsEveryEntitlementOver() {
        play(Strategy.HOTPATCH, Fleets.of(5));

        assertThat(licensing.calls("r1-HOTPATCH")).containsExactly("fleet 2024-12-31T00:00:00Z 2025-05-31T00:00:00Z");
        assertThat(patch.fleet("r1-HOTPATCH").log)
                .startsWith("entitlements m1,m2", "entitlements m3,m4", "entitlements m5");
    }

    @Test
    void theCumulativeStrategyTakesNoLicences() {
        RunResult result = play(Strategy.CUMULATIVE, Fleets.of(2));

        assertThat(licensing.fleets()).isEmpty();
        assertThat(result.costs().total()).isZero();
        assertThat(result.costs().byMonth()).containsOnlyKeys("2025-01", "2025-02", "2025-03");
    }

    @Test
    void aFixIsToldToLicensingAndRenewedBeforeItsReportGoesOut() {
        play(Strategy.HOTPATCH_AFTER_FIXES, Fleets.blocked(1));

        assertThat(licensing.calls("r1-HOTPATCH_AFTER_FIXES"))
                .contains("patch m1 2025-01-01T00:00:00Z {optIn=true}", "patch m1 2025-01-01T00:08:00Z {vbs=running}");
        assertThat(patch.fleet("r1-HOTPATCH_AFTER_FIXES").log)
                .startsWith(
                        "entitlements m1",
                        "entitlements renewed:m1",
                        "RESTARTED m1 2025-01-01T00:08:00Z null",
                        "RESTARTED m1 2025-01-14T18:33:00Z KB1");
        assertThat(reports(Strategy.HOTPATCH_AFTER_FIXES).getFirst().vbs()).isEqualTo("running");
    }

    @Test
    void aMachineThatIsAwayIsReportedAtItsMinutesAndGetsNothingMeanwhile() {
        play(
                Strategy.HOTPATCH,
                Fleets.with(
                        1,
                        new MachineEvent.Offline(
                                Instant.parse("2025-02-01T00:00:00Z"), Instant.parse("2025-03-01T12:00:00Z"), "m1")));

        assertThat(patch.fleet("r1-HOTPATCH").log)
                .filteredOn(line -> !line.startsWith("entitlements"))
                .containsExactly(
                        "RESTARTED m1 2025-01-14T18:33:00Z KB1",
                        "OFFLINE m1 2025-02-01T00:00:00Z null",
                        "ONLINE m1 2025-03-01T12:00:00Z null",
                        "INSTALLED m1 2025-03-01T12:02:00Z KB2",
                        "INSTALLED m1 2025-03-11T17:02:00Z KB3");
    }

    @Test
    void anOwnInstallWaitsForItsKbAndForTheMachine() {
        play(
                Strategy.HOTPATCH,
                Fleets.with(
                        1,
                        new MachineEvent.Install(Instant.parse("2025-01-20T10:00:00Z"), "m1", "KB3"),
                        new MachineEvent.Install(Instant.parse("2025-02-11T18:01:00Z"), "m1", "KB2-CU")));

        assertThat(patch.fleet("r1-HOTPATCH").log)
                .filteredOn(line -> !line.startsWith("entitlements"))
                .containsExactly(
                        "RESTARTED m1 2025-01-14T18:33:00Z KB1",
                        "INSTALLED m1 2025-02-11T18:02:00Z KB2",
                        "RESTARTED m1 2025-02-11T18:35:00Z KB2-CU",
                        "INSTALLED m1 2025-03-11T17:02:00Z KB3",
                        "INSTALLED m1 2025-03-11T17:04:00Z KB3");
    }

    @Test
    void changedFactsRenewTheEntitlement() {
        play(
                Strategy.HOTPATCH,
                Fleets.with(
                        1,
                        new MachineEvent.Change(
                                Instant.parse("2025-02-01T00:00:00Z"), "m1", new FactChanges(Map.of("vbs", "off")))));

        assertThat(licensing.calls("r1-HOTPATCH")).contains("patch m1 2025-02-01T00:00:00Z {vbs=off}");
        assertThat(patch.fleet("r1-HOTPATCH").log)
                .containsSubsequence("entitlements renewed:m1", "INSTALLED m1 2025-02-11T18:02:00Z KB2");
        assertThat(reports(Strategy.HOTPATCH)).extracting(NodeReport::vbs).containsExactly("running", "off", "off");
    }

    @Test
    void eventsOutsideThePeriodAreToldAndLeftOut() {
        Fleet fleet = Fleets.with(1, new MachineEvent.Install(Instant.parse("2025-06-01T00:00:00Z"), "m1", "KB3"));

        Timeline timeline = Timeline.of(fleet, PERIOD, (_, _) -> Optional.of(FakePatch.CATALOGUE.getLast()));

        assertThat(timeline.happenings()).isEmpty();
        assertThat(timeline.warnings()).singleElement().asString().contains("m1 at 2025-06-01T00:00:00Z");
    }

    @Test
    void anEventOfAnUnknownKbIsRefused() {
        Fleet fleet = Fleets.with(1, new MachineEvent.Install(Instant.parse("2025-02-01T00:00:00Z"), "m1", "KB9"));

        assertThatThrownBy(() -> Timeline.of(fleet, PERIOD, (_, _) -> Optional.empty()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("m1 installs KB9");
    }

    private RunResult play(Strategy strategy, Fleet fleet) {
        return play(strategy, fleet, false);
    }

    private RunResult play(Strategy strategy, Fleet fleet, boolean detail) {
        Timeline timeline = Timeline.of(fleet, PERIOD, (_, kb) -> FakePatch.CATALOGUE.stream()
                .filter(release -> release.kb().equals(kb))
                .findFirst());
        SimulationInput stage = SimulationInput.of(
                fleet, assessor.assess(fleet, PERIOD.start(), List.of()), PERIOD, 1, timeline.happenings());
        RunSpec order = new RunSpec(
                strategy.name(), "r1-" + strategy, List.of(), "dated", detail, new RunProgress(strategy, PERIOD));
        VerifiedPackages seals = TestVerifier.of(packages, Clock.systemUTC());
        return new StrategyRunner(licensing, patch, seals, new SimpleMeterRegistry()).play(stage, order);
    }

    private List<NodeReport> reports(Strategy strategy) {
        return patch.fleet("r1-" + strategy).reports;
    }
}
