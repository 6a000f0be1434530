package io.hotfleet.simulator.client;

import io.hotfleet.node.workflow.Assumptions.Span;
import io.hotfleet.simulator.inventory.Cluster.ClusteredRole;
import io.hotfleet.simulator.inventory.Policy;
import io.hotfleet.simulator.inventory.Window;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/// What a rehearsal asks of patch-service: what there is to install, and what each machine shall do.
public interface Patch {
    int BATCH_MAX = 1_000;

    void putFleet(String fleet, Terms terms);

    void putClusters(String fleet, List<FleetCluster> clusters);

    void putMachines(String fleet, List<FleetMachine> machines);

    /// @param jws as licensing-service gave it
    void putEntitlements(String fleet, String jws);

    /// Machines that need one restart for their fixes.
    void putFixes(String fleet, List<String> machines);

    Step.Answer step(String fleet, Step step);

    Summary summary(String fleet);

    /// @param after null for the first page
    MachinePage machines(String fleet, String after);

    Slots slots(String product, YearMonth from, YearMonth to);

    /// Everything that the catalogue holds for a product.
    List<Release> releases(String product);

    /// Asks nothing of a fleet: only of KBs.
    List<Track> track(Instant at, List<Release> overlay, List<TrackQuestion> machines);

    void delete(String fleet);

    /// @param strategy HOTPATCH | HOTPATCH_AFTER_FIXES | CUMULATIVE
    /// @param releases the overlay
    @RegisterForReflection(registerFullHierarchy = true)
    record Terms(
            String strategy,
            YearMonth from,
            YearMonth to,
            long seed,
            Policy policy,
            Durations assumptions,
            List<Release> releases) {}

    record Durations(
            Span hotpatchInstall,
            Span cumulativeInstall,
            Span restart,
            Span drainPerRole,
            Map<String, Integer> roleInterruptionSeconds) {}

    @RegisterForReflection(registerFullHierarchy = true)
    record FleetCluster(
            String cluster, String witness, List<ClusteredRole> clusteredRoles, Window window, List<String> nodes) {}

    /// @param kb null where the file does not tell
    /// @param eligible on the file's facts, at the start of the period
    @RegisterForReflection(registerFullHierarchy = true)
    record FleetMachine(
            String machine,
            String product,
            String kb,
            boolean eligible,
            List<String> roles,
            String cluster,
            Window window) {}

    @RegisterForReflection(registerFullHierarchy = true)
    record MachinePage(List<MachineRestarts> items, String next) {}

    record MachineRestarts(String machine, int restarts) {}

    /// @param firstMonth null where nothing is known of the product
    @RegisterForReflection(registerFullHierarchy = true)
    record Slots(
            String product,
            YearMonth firstMonth,
            YearMonth newestMonth,
            int unplannedBaselines,
            int slotsKnown,
            List<Slot> open) {}

    /// A month that the catalogue does not know.
    ///
    /// @param kind BASELINE | HOTPATCH, as planned
    record Slot(YearMonth month, String kind, LocalDate date) {}

    @RegisterForReflection(registerFullHierarchy = true)
    record TrackQuestion(String machine, String product, String kb, boolean eligible) {}

    /// @param backOnTrack the month of the baseline that brings it back; null while on track or not known
    record Track(String machine, String kb, boolean known, boolean onTrack, YearMonth backOnTrack) {}
}
